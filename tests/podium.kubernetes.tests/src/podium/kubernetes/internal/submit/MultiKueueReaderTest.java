// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.testkit.NoObjects;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.MultiKueueReader;
import podium.operation.submit.TransferCompiler.Dispatch;
import podium.operation.submit.TransferCompiler.Worker;

/** What MultiKueue does with a job, from the objects of a manager cluster in their likeness. */
class MultiKueueReaderTest {
    /** The objects of a cluster by their path. */
    private static final class Objects extends NoObjects {
        private final Map<String, String> all = new HashMap<>();

        void put(String resource, String kind, String name, String json) {
            all.put(ref(resource, kind, "", name).path(), json.replace('\'', '"'));
        }

        @Override
        public Optional<String> read(ObjectRef ref) {
            return Optional.ofNullable(all.get(ref.path()));
        }

        @Override
        public List<String> list(ObjectRef collection, String labelSelector, String fieldSelector) {
            throw new AssertionError("lists " + collection.path());
        }
    }

    private static final JsonNode JOB = tree("{'metadata':{'name':'late'},'spec':{}}");

    private final Objects objects = new Objects();

    private static ObjectRef ref(String resource, String kind, String namespace, String name) {
        return new ObjectRef("kueue.x-k8s.io", "v1beta1", resource, kind, namespace, name);
    }

    private static JsonNode tree(String json) {
        try {
            return Trees.read(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void manager() {
        objects.put(
                "admissionchecks",
                "AdmissionCheck",
                "prov",
                "{'spec':{'controllerName':'kueue.x-k8s.io/provisioning'}}");
        objects.put(
                "admissionchecks",
                "AdmissionCheck",
                "mk",
                "{'spec':{'controllerName':'kueue.x-k8s.io/multikueue','parameters':{'name':'all'}}}");
        objects.put("multikueueconfigs", "MultiKueueConfig", "all", "{'spec':{'clusters':['w1','w2','w3']}}");
        objects.put(
                "multikueueclusters",
                "MultiKueueCluster",
                "w1",
                "{'status':{'conditions':[{'type':'Active','status':'True'}]}}");
        objects.put(
                "multikueueclusters",
                "MultiKueueCluster",
                "w3",
                "{'status':{'conditions':[{'type':'Active','status':'False','message':'no route to host'}]}}");
    }

    private Optional<Dispatch> read(String status) throws Exception {
        return MultiKueueReader.of(
                objects,
                JOB,
                Optional.of(new KueueWorkloadReader.Found(
                        ref("workloads", "Workload", "team", "job-late"),
                        "/metadata/ownerReferences/0/uid",
                        "u",
                        tree("{'status':" + status + "}"))));
    }

    @Test
    void aJobThatWasOfferedSaysToWhomAndWhoIsNotReached() throws Exception {
        manager();
        Dispatch dispatch = read("{'admissionChecks':[{'name':'prov'},{'name':'mk'}],'nominatedClusterNames':['w2']}")
                .orElseThrow();
        assertEquals("MultiKueue decides in which cluster late runs.", dispatch.why());
        assertEquals(
                List.of(
                        new Worker("w1", "MultiKueue may send it there."),
                        new Worker("w2", "MultiKueue has offered it there."),
                        new Worker("w3", "MultiKueue does not reach it: no route to host.")),
                dispatch.workers());
    }

    @Test
    void aJobThatWasSentSaysWhereItIs() throws Exception {
        manager();
        String reserved = "'conditions':[{'type':'QuotaReserved','status':'True'}]";
        Dispatch dispatch = read("{'admissionChecks':[{'name':'mk'}],'clusterName':'w2'," + reserved + "}")
                .orElseThrow();
        assertEquals("MultiKueue has sent late to w2.", dispatch.why());
        Dispatch before =
                read("{'admissionChecks':[{'name':'mk','message':'The workload got reservation on \\\"w2\\\"'}],"
                                + reserved + "}")
                        .orElseThrow();
        assertEquals(dispatch, before, "before 0.13 only the message names it");
        Dispatch back = read("{'admissionChecks':[{'name':'mk'}],'clusterName':'w2','conditions':[]}")
                .orElseThrow();
        assertEquals("MultiKueue decides in which cluster late runs.", back.why(), "it has lost its quota here");
        assertEquals(
                List.of("MultiKueue has sent it elsewhere.", "MultiKueue has it run there."),
                dispatch.workers().stream().limit(2).map(Worker::words).toList());
    }

    @Test
    void otherAdmissionChecksSendNothingAway() throws Exception {
        manager();
        assertEquals(Optional.empty(), read("{'admissionChecks':[{'name':'prov'}]}"));
        assertEquals(Optional.empty(), read("{'admissionChecks':[{'name':'not-there'}]}"));
        assertEquals(Optional.empty(), MultiKueueReader.of(objects, JOB, Optional.empty()));
    }

    @Test
    void aJobThatIsGivenToItIsItsAlsoBeforeItHasAWorkload() throws Exception {
        JsonNode job = tree("{'metadata':{'name':'late'},'spec':{'managedBy':'kueue.x-k8s.io/multikueue'}}");
        assertEquals(
                List.of(),
                MultiKueueReader.of(objects, job, Optional.empty())
                        .orElseThrow()
                        .workers());
    }
}
