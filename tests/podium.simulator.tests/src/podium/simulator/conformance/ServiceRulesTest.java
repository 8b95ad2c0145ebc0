// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an API server demands of autoscalers, ingresses and services, and fills in. */
@Conformance
class ServiceRulesTest {

    private final ApiClient admin;
    private final Server server;
    private String autoscalers = "";
    private String ingresses = "";
    private String services = "";

    ServiceRulesTest(Server server) {
        this.server = server;
        admin = server.admin();
    }

    @BeforeEach
    void namespace() {
        String namespace = server.freshNamespace();
        autoscalers = "/apis/autoscaling/v2/namespaces/" + namespace + "/horizontalpodautoscalers";
        ingresses = "/apis/networking.k8s.io/v1/namespaces/" + namespace + "/ingresses";
        services = "/api/v1/namespaces/" + namespace + "/services";
    }

    private Answer post(String path, String spec) {
        return admin.post(path, Objects.json("{'metadata':{'name':'x'},'spec':" + spec + "}"));
    }

    @Test
    void anAutoscalerHasBoundsAndATarget() {
        assertEquals(
                "HorizontalPodAutoscaler.autoscaling \"x\" is invalid: [spec.maxReplicas: Invalid value: 5: must be"
                        + " greater than or equal to `minReplicas`, spec.scaleTargetRef.name: Required value,"
                        + " spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must specify API group]",
                post(autoscalers, "{'minReplicas':7,'maxReplicas':5,'scaleTargetRef':{'kind':'Deployment'}}")
                        .expect(422)
                        .message());
        assertEquals(
                "HorizontalPodAutoscaler.autoscaling \"x\" is invalid: [spec.maxReplicas: Required value: must be set"
                        + " and greater than 0, spec.maxReplicas: Invalid value: 0: must be greater than or equal to"
                        + " `minReplicas`]",
                post(autoscalers, "{'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'d'}}")
                        .expect(422)
                        .message());
    }

    @Test
    void anAutoscalerLooksAtTheProcessorUnlessItIsToldOtherwise() {
        Answer made = post(
                        autoscalers,
                        "{'maxReplicas':3,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'d'}}")
                .expect(201);
        assertEquals(1, made.at("/spec/minReplicas").asInt());
        assertEquals(
                80,
                made.at("/spec/metrics/0/resource/target/averageUtilization").asInt());
        admin.get(autoscalers + "/x/status").expect(200);
    }

    @Test
    void anIngressLeadsSomewhere() {
        assertTrue(post(ingresses, "{}")
                .expect(422)
                .message()
                .endsWith("either `defaultBackend` or `rules` must be specified"));
        assertEquals(
                "Ingress.networking.k8s.io \"x\" is invalid: spec.rules[0].http.paths[0].pathType: Required value:"
                        + " pathType must be specified",
                post(
                                ingresses,
                                "{'rules':[{'http':{'paths':[{'path':'/','backend':{'service':{'name':'a','port':"
                                        + "{'number':80}}}}]}}]}")
                        .expect(422)
                        .message());
        Answer made = post(ingresses, "{'defaultBackend':{'service':{'name':'a','port':{'number':80}}}}")
                .expect(201);
        assertTrue(made.at("/status/loadBalancer").isObject());
    }

    @Test
    void aServiceHasItsAddressAndFamily() {
        Answer made = post(services, "{'ports':[{'port':80}]}").expect(201);
        assertEquals(made.text("/spec/clusterIP"), made.text("/spec/clusterIPs/0"));
        assertTrue(made.text("/spec/clusterIP").startsWith("10.96."));
        assertEquals("IPv4", made.text("/spec/ipFamilies/0"));
        assertEquals("SingleStack", made.text("/spec/ipFamilyPolicy"));
        assertEquals("Cluster", made.text("/spec/internalTrafficPolicy"));
        assertEquals(80, made.at("/spec/ports/0/targetPort").asInt());
    }
}
