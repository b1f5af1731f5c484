// Command pyrra-rules writes what Pyrra makes of objectives: its rules, and the query by which it reads what is left of the
// budget, which Pyrra itself asks from its page only. Pyrra's own program cannot be built from its module, which lacks the page.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"

	monitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"github.com/pyrra-dev/pyrra/kubernetes/api/v1alpha1"
	"github.com/pyrra-dev/pyrra/slo"
	"sigs.k8s.io/yaml"
)

// version is set by the linker to the release of the module.
var version = "dev"

type generated struct {
	Groups    []monitoringv1.RuleGroup `json:"groups"`
	Remaining string                   `json:"remaining"`
}

func main() {
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println(version)
		return
	}
	if len(os.Args) != 3 {
		log.Fatal("usage: pyrra-rules OBJECTIVES_DIR OUT_DIR")
	}
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.yaml"))
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		if err := write(file, os.Args[2]); err != nil {
			log.Fatalf("%s: %v", file, err)
		}
	}
}

func write(file, out string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var declared v1alpha1.ServiceLevelObjective
	if err := yaml.UnmarshalStrict(text, &declared); err != nil {
		return err
	}
	objective, err := declared.Internal()
	if err != nil {
		return err
	}
	rules, err := generate(objective)
	if err != nil {
		return err
	}
	json, err := json.Marshal(rules)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, declared.GetName()+".json"), json, 0o644)
}

func generate(objective slo.Objective) (generated, error) {
	options := slo.GenerationOptions{}
	increases, err := objective.IncreaseRules(options)
	if err != nil {
		return generated{}, err
	}
	burnrates, err := objective.Burnrates(options)
	if err != nil {
		return generated{}, err
	}
	return generated{
		Groups:    []monitoringv1.RuleGroup{increases, burnrates},
		Remaining: objective.QueryErrorBudget(options),
	}, nil
}
