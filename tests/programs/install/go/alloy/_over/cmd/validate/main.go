// Command validate checks the configuration in a file as `alloy validate` does, at the stability that Alloy has by default.
package main

import (
	"fmt"
	"os"

	"github.com/grafana/alloy/internal/component"
	_ "github.com/grafana/alloy/internal/component/all"
	"github.com/grafana/alloy/internal/featuregate"
	"github.com/grafana/alloy/internal/service"
	"github.com/grafana/alloy/internal/service/cluster"
	"github.com/grafana/alloy/internal/service/http"
	"github.com/grafana/alloy/internal/service/labelstore"
	"github.com/grafana/alloy/internal/service/livedebugging"
	"github.com/grafana/alloy/internal/service/otel"
	"github.com/grafana/alloy/internal/validator"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: alloy-validate FILE")
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	sources := map[string][]byte{os.Args[1]: text}
	var services []service.Definition
	for _, each := range []service.Service{&cluster.Service{}, &http.Service{}, &labelstore.Service{}, &livedebugging.Service{}, &otel.Service{}} {
		services = append(services, each.Definition())
	}
	if err := validator.Validate(validator.Options{
		Sources:            sources,
		ServiceDefinitions: services,
		ComponentRegistry:  component.NewDefaultRegistry(featuregate.StabilityGenerallyAvailable, false),
		MinStability:       featuregate.StabilityGenerallyAvailable,
	}); err != nil {
		validator.Report(os.Stderr, err, sources)
		os.Exit(1)
	}
}
