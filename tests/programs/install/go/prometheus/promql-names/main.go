// Command promql-names reads a line of JSON {id, expr} for each PromQL expression, and answers each with a line
// {id, error?, selectors: [{metric, labels}]}: the metric that a selector names, empty where it names none, and the
// labels that it matches, both in the order in which the expression has them.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql/parser"
)

type question struct {
	ID   string `json:"id"`
	Expr string `json:"expr"`
}

type answer struct {
	ID        string     `json:"id"`
	Error     string     `json:"error,omitempty"`
	Selectors []selector `json:"selectors"`
}

type selector struct {
	Metric string   `json:"metric"`
	Labels []string `json:"labels"`
}

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll(in io.Reader, out io.Writer) error {
	// Without the experimental parts of the language, as a server that no feature flag is given to.
	language := parser.NewParser(parser.Options{})
	questions := json.NewDecoder(in)
	questions.DisallowUnknownFields()
	answers := json.NewEncoder(out)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("standard input: expected lines of JSON {id, expr}, got: %w", err)
		}
		given := answer{ID: asked.ID, Selectors: []selector{}}
		if expression, err := language.ParseExpr(asked.Expr); err != nil {
			given.Error = err.Error()
		} else {
			for _, matchers := range parser.ExtractSelectors(expression) {
				given.Selectors = append(given.Selectors, named(matchers))
			}
		}
		if err := answers.Encode(given); err != nil {
			return err
		}
	}
}

// named tells the metric from the labels: the parser has it among them, a metric in front of the braces too.
func named(matchers []*labels.Matcher) selector {
	found := selector{Labels: []string{}}
	for _, matcher := range matchers {
		if matcher.Name != labels.MetricName {
			found.Labels = append(found.Labels, matcher.Name)
		} else if matcher.Type == labels.MatchEqual {
			found.Metric = matcher.Value
		}
	}
	return found
}
