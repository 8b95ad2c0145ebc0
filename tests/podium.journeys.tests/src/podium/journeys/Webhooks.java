// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import podium.kubernetes.internal.json.Trees;

/**
 * Tells an API server of the webhooks of a manager that listens on loopback. Their paths are made of group, version and kind
 * (controller-runtime pkg/builder/webhook.go, generateMutatePath).
 */
final class Webhooks {
    private static final List<String> CREATE = List.of("CREATE");
    private static final List<String> BOTH = List.of("CREATE", "UPDATE");

    /**
     * A kind that a manager looks at.
     *
     * @param mutated on what it may be changed; empty: never
     * @param validated on what it may be refused
     * @param status whether a change of its status may be refused too
     */
    record Hook(
            String group,
            String version,
            String resource,
            String kind,
            List<String> mutated,
            List<String> validated,
            boolean status) {
        /** Changed and refused when it is made, refused when it is changed. */
        static Hook of(String group, String version, String resource, String kind) {
            return new Hook(group, version, resource, kind, CREATE, BOTH, false);
        }

        Hook changedToo() {
            return new Hook(group, version, resource, kind, BOTH, validated, status);
        }

        private String path(String what) {
            return "/" + what + "-" + group.replace('.', '-') + "-" + version + "-" + kind.toLowerCase(Locale.ROOT);
        }
    }

    private static final Hook PODS = Hook.of("", "v1", "pods", "Pod");
    private static final Hook JOB_SETS = Hook.of("jobset.x-k8s.io", "v1alpha2", "jobsets", "JobSet");
    private static final Hook LEADER_WORKER_SETS =
            Hook.of("leaderworkerset.x-k8s.io", "v1", "leaderworkersets", "LeaderWorkerSet");

    static final List<Hook> KUEUE = List.of(
            Hook.of("apps", "v1", "deployments", "Deployment").changedToo(),
            Hook.of("apps", "v1", "statefulsets", "StatefulSet").changedToo(),
            Hook.of("batch", "v1", "jobs", "Job"),
            JOB_SETS,
            PODS,
            LEADER_WORKER_SETS.changedToo(),
            Hook.of("kueue.x-k8s.io", "v1beta1", "clusterqueues", "ClusterQueue"),
            Hook.of("kueue.x-k8s.io", "v1beta1", "resourceflavors", "ResourceFlavor"),
            new Hook("kueue.x-k8s.io", "v1beta1", "cohorts", "Cohort", List.of(), BOTH, false),
            new Hook("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", CREATE, BOTH, true));

    static final List<Hook> JOB_SET = List.of(JOB_SETS, new Hook("", "v1", "pods", "Pod", CREATE, CREATE, false));
    static final List<Hook> LWS = List.of(LEADER_WORKER_SETS.changedToo(), PODS);

    private Webhooks() {}

    /** The configuration of one sort, Mutating or Validating, of a manager. */
    static String configuration(String manager, String sort, List<Hook> hooks, int port, Authority authority) {
        boolean mutates = sort.equals("Mutating");
        ObjectNode configuration = Trees.object()
                .put("apiVersion", "admissionregistration.k8s.io/v1")
                .put("kind", sort + "WebhookConfiguration");
        configuration
                .putObject("metadata")
                .put("name", manager + "-" + sort.toLowerCase(Locale.ROOT) + "-webhook-configuration");
        ArrayNode webhooks = configuration.putArray("webhooks");
        for (Hook hook : hooks) {
            List<String> operations = mutates ? hook.mutated() : hook.validated();
            if (operations.isEmpty()) {
                continue;
            }
            ObjectNode webhook = webhooks.addObject()
                    .put("name", hook.kind().toLowerCase(Locale.ROOT) + "." + manager + ".test")
                    .put("failurePolicy", "Fail")
                    .put("sideEffects", "None");
            webhook.putArray("admissionReviewVersions").add("v1");
            webhook.putObject("clientConfig")
                    .put("url", "https://127.0.0.1:" + port + hook.path(mutates ? "mutate" : "validate"))
                    .put("caBundle", Base64.getEncoder().encodeToString(authority.authorityBytes()));
            ObjectNode rule = webhook.putArray("rules").addObject();
            rule.putArray("apiGroups").add(hook.group());
            rule.putArray("apiVersions").add(hook.version());
            operations.forEach(rule.putArray("operations")::add);
            ArrayNode resources = rule.putArray("resources").add(hook.resource());
            if (hook.status() && !mutates) {
                resources.add(hook.resource() + "/status");
            }
            ObjectNode expression = webhook.putObject("namespaceSelector")
                    .putArray("matchExpressions")
                    .addObject()
                    .put("key", "kubernetes.io/metadata.name")
                    .put("operator", "NotIn");
            expression.putArray("values").add("kube-system").add("kueue-system");
        }
        return Trees.write(configuration);
    }
}
