// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import java.util.HashMap;
import java.util.Map;
import podium.simulator.internal.api.json.ProtobufField.Count;
import podium.simulator.internal.api.json.ProtobufField.Either;
import podium.simulator.internal.api.json.ProtobufField.Flag;
import podium.simulator.internal.api.json.ProtobufField.Inline;
import podium.simulator.internal.api.json.ProtobufField.Left;
import podium.simulator.internal.api.json.ProtobufField.Message;
import podium.simulator.internal.api.json.ProtobufField.Messages;
import podium.simulator.internal.api.json.ProtobufField.Number;
import podium.simulator.internal.api.json.ProtobufField.Pairs;
import podium.simulator.internal.api.json.ProtobufField.Quantities;
import podium.simulator.internal.api.json.ProtobufField.Switch;
import podium.simulator.internal.api.json.ProtobufField.Text;
import podium.simulator.internal.api.json.ProtobufField.Texts;

/** The fields of a pod that {@code kubectl debug} and {@code kubectl run} send (k8s.io/api core/v1 generated.proto). */
final class PodFields {
    /** No field has this number: of a message with it every field has to be known. */
    static final int WHOLE = 0;

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private static final Map<Integer, ProtobufField> NAMED = Map.of(1, new Text("name"));

    private static final Map<Integer, ProtobufField> ITEM =
            whole(Map.of(1, new Text("key"), 2, new Text("path"), 3, new Number("mode")));
    private static final Map<Integer, ProtobufField> FIELD_REF =
            whole(Map.of(1, new Text("apiVersion"), 2, new Text("fieldPath")));
    private static final Map<Integer, ProtobufField> RESOURCE_REF =
            Map.of(1, new Text("containerName"), 2, new Text("resource"));
    private static final Map<Integer, ProtobufField> KEY_REF =
            whole(Map.of(1, new Inline(NAMED), 2, new Text("key"), 3, new Flag("optional")));
    private static final Map<Integer, ProtobufField> ENV = whole(Map.of(
            1, new Text("name"),
            2, new Text("value"),
            3,
                    new Message(
                            "valueFrom",
                            whole(Map.of(
                                    1, new Message("fieldRef", FIELD_REF),
                                    2, new Message("resourceFieldRef", RESOURCE_REF),
                                    3, new Message("configMapKeyRef", KEY_REF),
                                    4, new Message("secretKeyRef", KEY_REF))))));
    private static final Map<Integer, ProtobufField> DOWNWARD = whole(Map.of(
            1, new Text("path"),
            2, new Message("fieldRef", FIELD_REF),
            3, new Message("resourceFieldRef", RESOURCE_REF),
            4, new Number("mode")));
    private static final Map<Integer, ProtobufField> CONFIG_MAP = whole(Map.of(
            1, new Inline(NAMED),
            2, new Messages("items", ITEM),
            3, new Number("defaultMode"),
            4, new Flag("optional")));
    private static final Map<Integer, ProtobufField> PROJECTION = whole(Map.of(
            1, new Message("secret", CONFIG_MAP),
            2, new Message("downwardAPI", whole(Map.of(1, new Messages("items", DOWNWARD)))),
            3, new Message("configMap", CONFIG_MAP),
            4,
                    new Message(
                            "serviceAccountToken",
                            whole(Map.of(
                                    1,
                                    new Text("audience"),
                                    2,
                                    new Number("expirationSeconds"),
                                    3,
                                    new Text("path"))))));
    private static final Map<Integer, ProtobufField> SECRET = whole(Map.of(
            1, new Text("secretName"),
            2, new Messages("items", ITEM),
            3, new Number("defaultMode"),
            4, new Flag("optional")));
    private static final Map<Integer, ProtobufField> VOLUME_SOURCE = whole(Map.of(
            1, new Message("hostPath", whole(Map.of(1, new Text("path"), 2, new Text("type")))),
            2,
                    new Message(
                            "emptyDir",
                            whole(Map.of(1, new Text("medium"), 2, new Inline(Map.of(1, new Text("sizeLimit")))))),
            6, new Message("secret", SECRET),
            10,
                    new Message(
                            "persistentVolumeClaim",
                            whole(Map.of(1, new Text("claimName"), 2, new Switch("readOnly")))),
            16,
                    new Message(
                            "downwardAPI",
                            whole(Map.of(1, new Messages("items", DOWNWARD), 2, new Number("defaultMode")))),
            19, new Message("configMap", CONFIG_MAP),
            26,
                    new Message(
                            "projected",
                            whole(Map.of(1, new Messages("sources", PROJECTION), 2, new Number("defaultMode"))))));
    private static final Map<Integer, ProtobufField> VOLUME =
            whole(Map.of(1, new Text("name"), 2, new Inline(VOLUME_SOURCE)));
    private static final Map<Integer, ProtobufField> MOUNT = whole(Map.of(
            1, new Text("name"),
            2, new Switch("readOnly"),
            3, new Text("mountPath"),
            4, new Text("subPath"),
            5, new Text("mountPropagation"),
            6, new Text("subPathExpr"),
            7, new Text("recursiveReadOnly")));
    private static final Map<Integer, ProtobufField> SECCOMP =
            whole(Map.of(1, new Text("type"), 2, new Text("localhostProfile")));
    private static final Map<Integer, ProtobufField> SECURITY = whole(Map.of(
            1, new Message("capabilities", whole(Map.of(1, new Texts("add"), 2, new Texts("drop")))),
            2, new Flag("privileged"),
            4, new Number("runAsUser"),
            5, new Flag("runAsNonRoot"),
            6, new Flag("readOnlyRootFilesystem"),
            7, new Flag("allowPrivilegeEscalation"),
            8, new Number("runAsGroup"),
            9, new Text("procMount"),
            11, new Message("seccompProfile", SECCOMP)));
    private static final Map<Integer, ProtobufField> POD_SECURITY = whole(Map.of(
            2, new Number("runAsUser"),
            3, new Flag("runAsNonRoot"),
            5, new Number("fsGroup"),
            6, new Number("runAsGroup"),
            9, new Text("fsGroupChangePolicy"),
            10, new Message("seccompProfile", SECCOMP)));
    private static final Map<Integer, ProtobufField> HANDLER = whole(Map.of(
            1, new Message("exec", whole(Map.of(1, new Texts("command")))),
            2,
                    new Message(
                            "httpGet",
                            whole(Map.of(
                                    1, new Text("path"),
                                    2, new Either("port"),
                                    3, new Text("host"),
                                    4, new Text("scheme")))),
            3, new Message("tcpSocket", whole(Map.of(1, new Either("port"), 2, new Text("host")))),
            4, new Message("grpc", whole(Map.of(1, new Number("port"), 2, new Text("service"))))));
    private static final Map<Integer, ProtobufField> PROBE = whole(Map.of(
            1, new Inline(HANDLER),
            2, new Count("initialDelaySeconds"),
            3, new Count("timeoutSeconds"),
            4, new Count("periodSeconds"),
            5, new Count("successThreshold"),
            6, new Count("failureThreshold"),
            7, new Number("terminationGracePeriodSeconds")));
    private static final Map<Integer, ProtobufField> PORT = whole(Map.of(
            1, new Text("name"),
            2, new Count("hostPort"),
            3, new Count("containerPort"),
            4, new Text("protocol"),
            5, new Text("hostIP")));
    private static final Map<Integer, ProtobufField> CLAIM = whole(Map.of(1, new Text("name"), 2, new Text("request")));
    private static final Map<Integer, ProtobufField> CONTAINER = whole(Map.ofEntries(
            Map.entry(1, new Text("name")),
            Map.entry(2, new Text("image")),
            Map.entry(3, new Texts("command")),
            Map.entry(4, new Texts("args")),
            Map.entry(5, new Text("workingDir")),
            Map.entry(6, new Messages("ports", PORT)),
            Map.entry(7, new Messages("env", ENV)),
            Map.entry(
                    8,
                    new Message(
                            "resources",
                            whole(Map.of(
                                    1, new Quantities("limits"),
                                    2, new Quantities("requests"),
                                    3, new Messages("claims", CLAIM))))),
            Map.entry(9, new Messages("volumeMounts", MOUNT)),
            Map.entry(10, new Message("livenessProbe", PROBE)),
            Map.entry(11, new Message("readinessProbe", PROBE)),
            Map.entry(13, new Text("terminationMessagePath")),
            Map.entry(14, new Text("imagePullPolicy")),
            Map.entry(15, new Message("securityContext", SECURITY)),
            Map.entry(16, new Switch("stdin")),
            Map.entry(17, new Switch("stdinOnce")),
            Map.entry(18, new Switch("tty")),
            Map.entry(20, new Text("terminationMessagePolicy")),
            Map.entry(22, new Message("startupProbe", PROBE)),
            Map.entry(24, new Text("restartPolicy"))));
    private static final Map<Integer, ProtobufField> TOLERATION = whole(Map.of(
            1, new Text("key"),
            2, new Text("operator"),
            3, new Text("value"),
            4, new Text("effect"),
            5, new Number("tolerationSeconds")));
    private static final Map<Integer, ProtobufField> POD_CLAIM = whole(
            Map.of(1, new Text("name"), 3, new Text("resourceClaimName"), 4, new Text("resourceClaimTemplateName")));

    private static final Map<Integer, ProtobufField> EXPRESSION =
            whole(Map.of(1, new Text("key"), 2, new Text("operator"), 3, new Texts("values")));
    private static final Map<Integer, ProtobufField> LABELS =
            whole(Map.of(1, new Pairs("matchLabels"), 2, new Messages("matchExpressions", EXPRESSION)));
    private static final Map<Integer, ProtobufField> NODE_TERM =
            whole(Map.of(1, new Messages("matchExpressions", EXPRESSION), 2, new Messages("matchFields", EXPRESSION)));
    private static final Map<Integer, ProtobufField> NODE_AFFINITY = whole(Map.of(
            1, new Message(REQUIRED, whole(Map.of(1, new Messages("nodeSelectorTerms", NODE_TERM)))),
            2,
                    new Messages(
                            PREFERRED,
                            whole(Map.of(1, new Number("weight"), 2, new Message("preference", NODE_TERM))))));
    private static final Map<Integer, ProtobufField> POD_TERM = whole(Map.of(
            1, new Message("labelSelector", LABELS),
            2, new Texts("namespaces"),
            3, new Text("topologyKey"),
            4, new Message("namespaceSelector", LABELS),
            5, new Texts("matchLabelKeys"),
            6, new Texts("mismatchLabelKeys")));
    private static final Map<Integer, ProtobufField> POD_AFFINITY = whole(Map.of(
            1, new Messages(REQUIRED, POD_TERM),
            2,
                    new Messages(
                            PREFERRED,
                            whole(Map.of(1, new Number("weight"), 2, new Message("podAffinityTerm", POD_TERM))))));
    private static final Map<Integer, ProtobufField> AFFINITY = whole(Map.of(
            1, new Message("nodeAffinity", NODE_AFFINITY),
            2, new Message("podAffinity", POD_AFFINITY),
            3, new Message("podAntiAffinity", POD_AFFINITY)));

    /** The fields of PodSpec. */
    static final Map<Integer, ProtobufField> SPEC = whole(Map.ofEntries(
            Map.entry(1, new Messages("volumes", VOLUME)),
            Map.entry(2, new Messages("containers", CONTAINER)),
            Map.entry(3, new Text("restartPolicy")),
            Map.entry(4, new Number("terminationGracePeriodSeconds")),
            Map.entry(5, new Number("activeDeadlineSeconds")),
            Map.entry(6, new Text("dnsPolicy")),
            Map.entry(7, new Pairs("nodeSelector")),
            Map.entry(8, new Text("serviceAccountName")),
            Map.entry(9, new Text("serviceAccount")),
            Map.entry(10, new Text("nodeName")),
            Map.entry(11, new Switch("hostNetwork")),
            Map.entry(12, new Switch("hostPID")),
            Map.entry(13, new Switch("hostIPC")),
            Map.entry(14, new Message("securityContext", POD_SECURITY)),
            Map.entry(15, new Messages("imagePullSecrets", NAMED)),
            Map.entry(16, new Text("hostname")),
            Map.entry(17, new Text("subdomain")),
            Map.entry(18, new Message("affinity", AFFINITY)),
            Map.entry(19, new Text("schedulerName")),
            Map.entry(20, new Messages("initContainers", CONTAINER)),
            Map.entry(21, new Flag("automountServiceAccountToken")),
            Map.entry(22, new Messages("tolerations", TOLERATION)),
            Map.entry(24, new Text("priorityClassName")),
            Map.entry(25, new Number("priority")),
            Map.entry(27, new Flag("shareProcessNamespace")),
            Map.entry(29, new Text("runtimeClassName")),
            Map.entry(30, new Flag("enableServiceLinks")),
            Map.entry(31, new Text("preemptionPolicy")),
            Map.entry(38, new Messages("schedulingGates", NAMED)),
            Map.entry(39, new Messages("resourceClaims", POD_CLAIM)),
            Map.entry(43, new Message("schedulingGroup", whole(Map.of(1, new Text("podGroupName")))))));

    private PodFields() {}

    private static Map<Integer, ProtobufField> whole(Map<Integer, ProtobufField> fields) {
        Map<Integer, ProtobufField> all = new HashMap<>(fields);
        all.put(WHOLE, new Left());
        return all;
    }
}
