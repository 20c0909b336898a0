import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What OpenMRS is made of, as far as its agent sees it: Tomcat, a pool of c3p0, JDBC and log4j. Arguments: port, folder. */
public final class Server {
    private static final Logger LOG = LogManager.getLogger("org.openmrs.api.context.Context");

    public static void main(String[] arguments) throws Exception {
        ComboPooledDataSource pool = new ComboPooledDataSource();
        pool.setDriverClass("org.h2.Driver");
        pool.setJdbcUrl("jdbc:h2:mem:openmrs;DB_CLOSE_DELAY=-1");
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("CREATE TABLE person (family_name VARCHAR(50))");
        }
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[1]);
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector();
        Context context = tomcat.addContext("/openmrs", new File(arguments[1]).getAbsolutePath());
        Tomcat.addServlet(context, "server", new Pages(pool));
        context.addServletMappingDecoded("/ws/*", "server");
        context.addServletMappingDecoded("/health/*", "server");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Pages extends HttpServlet {
        private final ComboPooledDataSource pool;

        Pages(ComboPooledDataSource pool) {
            this.pool = pool;
        }

        /** A page under /health/, a search of a person by `q`, or a failure that names an address, under /ws/fail. */
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String path = request.getPathInfo();
            if (request.getServletPath().equals("/health")) {
                response.getWriter().print("up");
                return;
            }
            request.getSession();
            if (path.equals("/fail")) {
                LOG.error("Nobody answers to {}", request.getParameter("q"));
                throw new IllegalStateException("Nobody answers to " + request.getParameter("q"));
            }
            try (Connection connection = pool.getConnection();
                    PreparedStatement search =
                            connection.prepareStatement(
                                    "SELECT family_name FROM person WHERE family_name = '" + request.getParameter("q") + "'")) {
                search.executeQuery();
                LOG.info("Searched");
            } catch (SQLException error) {
                throw new IOException(error);
            }
            response.getWriter().print("[]");
        }
    }
}
