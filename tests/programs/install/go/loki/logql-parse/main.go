// Command logql-parse reads JSON lines {id, expr} and prints, for each, {id} or {id, error}: what Loki's parser says of
// the LogQL expression.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/grafana/loki/v3/pkg/logql/syntax"
)

type question struct {
	ID   string `json:"id"`
	Expr string `json:"expr"`
}

type answer struct {
	ID    string `json:"id"`
	Error string `json:"error,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	questions := json.NewDecoder(in)
	questions.DisallowUnknownFields()
	answers := json.NewEncoder(out)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("standard input: expected lines {id, expr}, got %w", err)
		}
		given := answer{ID: asked.ID}
		if _, err := syntax.ParseExpr(asked.Expr); err != nil {
			given.Error = err.Error()
		}
		if err := answers.Encode(given); err != nil {
			return err
		}
	}
}
