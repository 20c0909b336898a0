// Command matcher tells which connections Kubernetes network policies let pass, as Cyclonus reads them.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
)

type question struct {
	Policies []*networkingv1.NetworkPolicy `json:"policies"`
	Pods     []struct {
		Namespace string            `json:"namespace"`
		Labels    map[string]string `json:"labels"`
	} `json:"pods"`
	Ports []struct {
		Protocol corev1.Protocol `json:"protocol"`
		Port     int             `json:"port"`
	} `json:"ports"`
}

// answer reads a question and returns the connections that pass: the places, in its lists, of the pod that opens it,
// of the one that accepts it, and of the port.
func answer(asked question) [][3]int {
	policy := matcher.BuildNetworkPolicies(false, asked.Policies)
	peers := []*matcher.TrafficPeer{}
	for _, pod := range asked.Pods {
		peers = append(peers, &matcher.TrafficPeer{Internal: &matcher.InternalPeer{
			PodLabels: pod.Labels,
			Namespace: pod.Namespace,
			// Kubernetes puts it on every namespace.
			NamespaceLabels: map[string]string{corev1.LabelMetadataName: pod.Namespace},
		}})
	}
	passing := [][3]int{}
	for from := range peers {
		for to := range peers {
			for port, offer := range asked.Ports {
				traffic := matcher.Traffic{
					Source:       peers[from],
					Destination:  peers[to],
					ResolvedPort: offer.Port,
					Protocol:     offer.Protocol,
				}
				if policy.IsTrafficAllowed(&traffic).IsAllowed() {
					passing = append(passing, [3]int{from, to, port})
				}
			}
		}
	}
	return passing
}

func main() {
	var asked question
	decoder := json.NewDecoder(os.Stdin)
	// A misspelt field would otherwise make a policy wider than it looks.
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&asked)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(answer(asked))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
