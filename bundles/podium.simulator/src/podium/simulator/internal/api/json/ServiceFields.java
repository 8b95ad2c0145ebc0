// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import java.util.Map;
import podium.simulator.internal.api.json.ProtobufField.Inline;
import podium.simulator.internal.api.json.ProtobufField.Message;
import podium.simulator.internal.api.json.ProtobufField.Messages;
import podium.simulator.internal.api.json.ProtobufField.Number;
import podium.simulator.internal.api.json.ProtobufField.Text;
import podium.simulator.internal.api.json.ProtobufField.Texts;

/**
 * The fields that {@code kubectl autoscale} and {@code kubectl create ingress} send (k8s.io/api autoscaling/v2 and networking/v1
 * generated.proto).
 */
final class ServiceFields {
    private static final ProtobufField TARGET = new Message(
            "target",
            Map.of(
                    1,
                    new Text("type"),
                    3,
                    new Message("averageValue", Map.of(1, new Text("quantity"))),
                    4,
                    new Number("averageUtilization")));
    private static final Map<Integer, ProtobufField> METRIC =
            Map.of(1, new Text("type"), 4, new Message("resource", Map.of(1, new Text("name"), 2, TARGET)));
    static final Map<Integer, ProtobufField> AUTOSCALER = Map.of(
            1,
                    new Message(
                            "scaleTargetRef",
                            Map.of(1, new Text("kind"), 2, new Text("name"), 3, new Text("apiVersion"))),
            2, new Number("minReplicas"),
            3, new Number("maxReplicas"),
            4, new Messages("metrics", METRIC));

    private static final Map<Integer, ProtobufField> BACKEND = Map.of(
            4,
            new Message(
                    "service",
                    Map.of(
                            1,
                            new Text("name"),
                            2,
                            new Message("port", Map.of(1, new Text("name"), 2, new Number("number"))))));
    private static final Map<Integer, ProtobufField> PATH =
            Map.of(1, new Text("path"), 3, new Text("pathType"), 2, new Message("backend", BACKEND));
    private static final Map<Integer, ProtobufField> RULE = Map.of(
            1, new Text("host"),
            2, new Inline(Map.of(1, new Message("http", Map.of(1, new Messages("paths", PATH))))));
    static final Map<Integer, ProtobufField> INGRESS = Map.of(
            4, new Text("ingressClassName"),
            1, new Message("defaultBackend", BACKEND),
            2, new Messages("tls", Map.of(1, new Texts("hosts"), 2, new Text("secretName"))),
            3, new Messages("rules", RULE));

    private ServiceFields() {}
}
