// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.server.ApiServer;
import podium.simulator.internal.server.ServerOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.testkit.ApiTarget;

/** Workloads that were stored by no client, as those of a scenario are: what the first client writes must not roll them. */
class ScaledRolloutTest {

    private static final String APPS = "/apis/apps/v1/namespaces/default/";
    private static final String WORKLOAD = "{apiVersion: apps/v1, kind: %s, metadata: {name: web}, spec: {%s"
            + "selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers:"
            + " [{name: main, image: \"i:1\"}]}}}}";

    private final Rig rig = new Rig();
    private final ApiServer server;
    private final ApiClient api;

    ScaledRolloutTest() throws Exception {
        server = new ApiServer(
                rig.store(), ServerOptions.defaults().withToken("admin-token", User.of("admin", "system:masters")));
        server.start();
        api = Server.simulated(new ApiTarget(server.url(), server.caPem(), "admin-token", "none"))
                .admin();
    }

    @BeforeEach
    void nodes() {
        rig.node("n1", 0).node("n2", 0);
    }

    @AfterEach
    void close() {
        server.close();
        rig.close();
    }

    private Set<String> uids(ResourceType type) {
        Set<String> uids = new HashSet<>();
        rig.store().list(type, "default").forEach(object -> uids.add(ObjectMeta.uid(object)));
        return uids;
    }

    @Test
    void aWriteThatChangesOnlyReplicasMakesNoNewReplicaSetAndEndsNoPod() {
        rig.apply(WORKLOAD.formatted("Deployment", "replicas: 3, "));
        rig.advance("1m");
        Set<String> sets = uids(ResourceTypes.REPLICA_SET);
        Set<String> pods = uids(ResourceTypes.POD);
        assertEquals(3, pods.size());
        api.patch(APPS + "deployments/web", ApiClient.MERGE, "{'spec':{'replicas':4}}")
                .expect(200);
        rig.advance("1m");
        api.patch(APPS + "deployments/web/scale", ApiClient.MERGE, "{'spec':{'replicas':5}}")
                .expect(200);
        rig.advance("1m");
        ObjectNode whole = api.get(APPS + "deployments/web").object();
        ((ObjectNode) whole.get("spec")).put("replicas", 6);
        api.put(APPS + "deployments/web", reversed(whole)).expect(200);
        rig.advance("1m");
        assertEquals(sets, uids(ResourceTypes.REPLICA_SET), "no new revision, whatever the order of the fields");
        Set<String> now = uids(ResourceTypes.POD);
        assertEquals(6, now.size());
        assertTrue(now.containsAll(pods), "all that ran run on");
        api.patch(
                        APPS + "deployments/web",
                        ApiClient.STRATEGIC,
                        "{'spec':{'template':{'spec':{'containers':[{'name':'main','image':'i:2'}]}}}}")
                .expect(200);
        rig.advance("5m");
        assertNotEquals(sets, uids(ResourceTypes.REPLICA_SET), "another template is another revision");
    }

    @Test
    void aStatefulSetAndADaemonSetKeepTheirPodsWhenSomethingElseIsWritten() {
        rig.apply(WORKLOAD.formatted("StatefulSet", "replicas: 2, serviceName: web, "));
        rig.apply(WORKLOAD.formatted("DaemonSet", ""));
        rig.advance("2m");
        Set<String> pods = uids(ResourceTypes.POD);
        assertEquals(4, pods.size());
        for (String one : List.of("statefulsets/web", "daemonsets/web")) {
            api.patch(APPS + one, ApiClient.MERGE, "{'metadata':{'labels':{'seen':'yes'}}}")
                    .expect(200);
        }
        rig.advance("5m");
        assertEquals(pods, uids(ResourceTypes.POD));
    }

    @Test
    void allThatIsStoredHasItsDefaultsWhoeverStoredIt() {
        rig.apply(WORKLOAD.formatted("Deployment", ""));
        ObjectStore store = rig.store();
        ObjectNode stored = rig.get(ResourceTypes.DEPLOYMENT, "web");
        assertEquals(1, stored.at("/spec/replicas").asInt());
        assertEquals("Always", stored.at("/spec/template/spec/restartPolicy").asText());
        store.modify(ResourceTypes.DEPLOYMENT, "default", "web", object -> ((ObjectNode) object.get("spec"))
                .remove("replicas"));
        assertEquals(
                1, rig.get(ResourceTypes.DEPLOYMENT, "web").at("/spec/replicas").asInt());
        ObjectNode bare = rig.get(ResourceTypes.DEPLOYMENT, "web").deepCopy();
        ((ObjectNode) bare.at("/spec/template/spec")).remove("dnsPolicy");
        store.update(ResourceTypes.DEPLOYMENT, bare);
        assertEquals(
                "ClusterFirst",
                rig.get(ResourceTypes.DEPLOYMENT, "web")
                        .at("/spec/template/spec/dnsPolicy")
                        .asText());
    }

    /** The same object with the fields of its pod template in another order. */
    private static ObjectNode reversed(ObjectNode object) {
        ObjectNode spec = (ObjectNode) object.at("/spec/template/spec");
        List<String> names = new ArrayList<>();
        spec.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode old = spec.deepCopy();
        spec.removeAll();
        names.forEach(name -> spec.set(name, old.get(name)));
        return object;
    }
}
