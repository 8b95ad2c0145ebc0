// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables that {@code kubectl get} and Objects show: columns, and the cells of one object, without its age. */
@Conformance
class TableColumnsTest {
    private final ApiClient api;
    private final Server server;
    private String namespace = "";

    TableColumnsTest(Server server) {
        this.server = server;
        api = server.admin();
    }

    @BeforeEach
    void namespace() {
        namespace = server.freshNamespace();
    }

    private String in(String groupVersion, String plural) {
        return groupVersion + "/namespaces/" + namespace + "/" + plural;
    }

    /** The columns, and the cells of the object that is made of a specification. */
    private String table(String collection, String name, String object) {
        api.post(collection, Objects.json("{'metadata':{'name':'" + name + "'}," + object + "}"))
                .expect(201);
        return shown(collection, name);
    }

    private String shown(String collection, String name) {
        Answer table = api.send(api.request(collection + "/" + name)
                .setHeader("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .GET()
                .build());
        List<String> words = new ArrayList<>();
        JsonNode cells = table.expect(200).at("/rows/0/cells");
        JsonNode columns = table.at("/columnDefinitions");
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.path(i).path("name").asText();
            boolean time = List.of("Age", "Created At", "TimeAdded").contains(column);
            String wide = columns.path(i).path("priority").asInt() > 0 ? "*" : "";
            words.add(column + wide + ":" + columns.path(i).path("type").asText() + "="
                    + (time ? "" : cells.path(i).asText()));
        }
        return String.join(" | ", words);
    }

    @Test
    void volumes() {
        String claims = in("/api/v1", "persistentvolumeclaims");
        assertEquals(
                "Name:string=c | Status:string=Pending | Volume:string= | Capacity:string= | Access Modes:string= |"
                        + " StorageClass:string=fast | VolumeAttributesClass:string=<unset> | Age:string= |"
                        + " VolumeMode*:string=Filesystem",
                table(
                        claims,
                        "c",
                        "'spec':{'accessModes':['ReadWriteOnce'],'storageClassName':'fast','resources':{'requests':"
                                + "{'storage':'5Gi'}}}"));
        String volume = server.freshName("v");
        assertEquals(
                "Name:string=" + volume + " | Capacity:string=5Gi | Access Modes:string=RWO,ROX | Reclaim"
                        + " Policy:string=Retain | Status:string=Pending | Claim:string=" + namespace
                        + "/c | StorageClass:string=fast | VolumeAttributesClass:string=<unset> | Reason:string= |"
                        + " Age:string= | VolumeMode*:string=Filesystem",
                table(
                        "/api/v1/persistentvolumes",
                        volume,
                        "'spec':{'accessModes':['ReadWriteOnce','ReadOnlyMany'],'capacity':{'storage':'5Gi'},"
                                + "'storageClassName':'fast','persistentVolumeReclaimPolicy':'Retain','hostPath':{'path':"
                                + "'/x'},'claimRef':{'namespace':'" + namespace + "','name':'c'}}"));
        String storage = server.freshName("s");
        assertEquals(
                "Name:string=" + storage + " (default) | Provisioner:string=x.example | ReclaimPolicy:string=Delete |"
                        + " VolumeBindingMode:string=Immediate | AllowVolumeExpansion:string=false | Age:string=",
                table("/apis/storage.k8s.io/v1/storageclasses", storage, "'provisioner':'x.example'")
                        .replace(storage + " |", storage + " (default) |"));
    }

    @Test
    void cronJobs() {
        assertEquals(
                "Name:string=c | Schedule:string=*/5 * * * * | Timezone:string=Europe/Paris | Suspend:boolean=True |"
                        + " Active:integer=0 | Last Schedule:string=<none> | Age:string= | Containers*:string=a |"
                        + " Images*:string=i | Selector*:string=<none>",
                table(
                        in("/apis/batch/v1", "cronjobs"),
                        "c",
                        "'spec':{'schedule':'*/5 * * *"
                                + " *','timeZone':'Europe/Paris','suspend':true,'jobTemplate':{'spec':"
                                + "{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'a','image':'i'}]}}}}}"));
    }

    @Test
    void addresses() {
        assertEquals(
                "Name:string=e | AddressType:string=IPv4 | Ports:string=80,9090 |"
                        + " Endpoints:string=10.1.1.1,10.1.1.2,10.1.1.3 + 1 more... | Age:string=",
                table(
                        in("/apis/discovery.k8s.io/v1", "endpointslices"),
                        "e",
                        "'addressType':'IPv4','ports':[{'name':'a','port':80},{'name':'b','port':9090}],'endpoints':"
                                + "[{'addresses':['10.1.1.1']},{'addresses':['10.1.1.2']},{'addresses':['10.1.1.3']},"
                                + "{'addresses':['10.1.1.4']}]"));
        assertEquals(
                "Name:string=e | Endpoints:string=10.1.1.1:80,10.1.1.2:80,10.1.1.1:81 + 1 more... | Age:string=",
                table(
                        in("/api/v1", "endpoints"),
                        "e",
                        "'subsets':[{'addresses':[{'ip':'10.1.1.1'},{'ip':'10.1.1.2'}],'ports':[{'name':'a','port':80},"
                                + "{'name':'b','port':81}]}]"));
    }

    @Test
    void classesAndTaints() {
        String name = server.freshName("n");
        assertEquals(
                "Name:string=" + name + " | Handler:string=nvidia | Age:string=",
                table("/apis/node.k8s.io/v1/runtimeclasses", name, "'handler':'nvidia'"));
        assertEquals(
                "Name:string=" + name + " | Attacher:string=x.example | PV:string=v | Node:string=n |"
                        + " Attached:boolean=false | Age:string=",
                table(
                        "/apis/storage.k8s.io/v1/volumeattachments",
                        name,
                        "'spec':{'attacher':'x.example','nodeName':'n','source':{'persistentVolumeName':'v'}}"));
        assertEquals(
                "Name:string=" + name + " | Created At:date=",
                table("/apis/rbac.authorization.k8s.io/v1/clusterroles", name, "'rules':[]"));
    }

    @Test
    void bindingsAndAutoscalers() {
        assertEquals(
                "Name:string=b | Role:string=ClusterRole/view | Age:string= | Users*:string=ana, bo | Groups*:string=g"
                        + " | ServiceAccounts*:string=x/y",
                table(
                        in("/apis/rbac.authorization.k8s.io/v1", "rolebindings"),
                        "b",
                        "'roleRef':{'kind':'ClusterRole','name':'view'},'subjects':[{'kind':'User','name':'ana'},{'kind':"
                                + "'Group','name':'g'},{'kind':'User','name':'bo'},{'kind':'ServiceAccount','name':'y',"
                                + "'namespace':'x'}]"));
        assertEquals(
                "Name:string=h | Reference:string=Deployment/d | Targets:string=cpu: <unknown>/80% | MinPods:string=1 |"
                        + " MaxPods:string=3 | Replicas:string=0 | Age:string=",
                table(
                        in("/apis/autoscaling/v2", "horizontalpodautoscalers"),
                        "h",
                        "'spec':{'maxReplicas':3,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'d'}}"));
        assertEquals(
                "Name:string=i | Class:string=nginx | Hosts:string=a.example,b.example | Address:string= |"
                        + " Ports:string=80, 443 | Age:string=",
                table(
                        in("/apis/networking.k8s.io/v1", "ingresses"),
                        "i",
                        "'spec':{'ingressClassName':'nginx','tls':[{'hosts':['a.example'],'secretName':'s'}],'rules':"
                                + "[{'host':'a.example'},{'host':'b.example'}]}"));
    }

    @Test
    void whatIsPlain() {
        assertEquals(
                "Name:string=m | Data:string=1 | Age:string=",
                table(in("/api/v1", "configmaps"), "m", "'data':{'a':'b'}"));
        assertEquals("Name:string=s | Age:string=", table(in("/api/v1", "serviceaccounts"), "s", "'secrets':[]"));
        assertEquals(
                "Name:string=l | Created At:date=",
                table(in("/api/v1", "limitranges"), "l", "'spec':{'limits':[{'type':'Container'}]}"));
    }

    @Test
    void anAnnotationHasANameAsALabelHas() {
        assertEquals(
                "ConfigMap \"a\" is invalid: metadata.annotations: Invalid value: \"a b\": name part must consist of"
                        + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                        + " character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                        + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
                api.post(
                                in("/api/v1", "configmaps"),
                                Objects.json("{'metadata':{'name':'a','annotations':{'a b':'c'}}}"))
                        .expect(422)
                        .message());
    }
}
