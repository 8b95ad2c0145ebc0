// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

@Conformance
class RbacTest {
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private final ApiClient admin;
    private final Server server;
    private String namespace = "";
    private String lead = "";

    RbacTest(Server server) {
        this.server = server;
        admin = server.admin();
    }

    @BeforeEach
    void aLead() {
        namespace = server.freshNamespace();
        lead = server.freshName("lead");
        // without a controller manager the real server's own role "admin" is empty
        admin.post(
                        RBAC + "namespaces/" + namespace + "/roles",
                        Objects.json("{'metadata':{'name':'lead'},'rules':[{'verbs':['*'],'apiGroups':['','apps'],"
                                + "'resources':['pods','pods/eviction','namespaces']}]}"))
                .expect(201);
        bind("leads", "Role", "lead").expect(201);
        // a real server learns of a binding by its own watch
        Await.until(
                "the lead leads",
                () -> as(lead, "/api/v1/namespaces/" + namespace + "/pods").code() == 200);
    }

    private Answer bind(String name, String kind, String role) {
        return admin.post(
                RBAC + "namespaces/" + namespace + "/rolebindings",
                Objects.json("{'metadata':{'name':'" + name + "'},'roleRef':{'kind':'" + kind + "','name':'" + role
                        + "'},'subjects':[{'kind':'User','name':'" + lead + "'}]}"));
    }

    private Answer as(String user, String path) {
        return admin.send(
                admin.request(path).header("Impersonate-User", user).GET().build());
    }

    private Answer review(String path, String kind, String spec) {
        ObjectNode ask = Objects.json("{'apiVersion':'authorization.k8s.io/v1','kind':'" + kind + "'}");
        ask.set("spec", Objects.json(spec));
        return admin.post(REVIEWS + path, ask);
    }

    private Answer reviewAs(String user, String path, String kind, String spec) {
        ObjectNode ask = Objects.json("{'apiVersion':'authorization.k8s.io/v1','kind':'" + kind + "'}");
        ask.set("spec", Objects.json(spec));
        return admin.send(admin.request(REVIEWS + path)
                .header("Impersonate-User", user)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ask.toString()))
                .build());
    }

    private static String pods(String user, String namespace) {
        return "{'user':'" + user + "','resourceAttributes':{'verb':'delete','resource':'pods','namespace':'"
                + namespace + "'}}";
    }

    @Test
    void aLeadRulesOneNamespaceAndNoOther() {
        assertEquals(
                "pods is forbidden: User \"" + lead
                        + "\" cannot list resource \"pods\" in API group \"\" in the namespace \"default\"",
                as(lead, "/api/v1/namespaces/default/pods").expect(403).message());
        assertEquals(
                "nodes is forbidden: User \"" + lead
                        + "\" cannot list resource \"nodes\" in API group \"\" at the cluster scope",
                as(lead, "/api/v1/nodes").expect(403).message());
        as(lead, "/api/v1/namespaces/" + namespace).expect(200);
        assertEquals(
                "namespaces \"default\" is forbidden: User \"" + lead
                        + "\" cannot get resource \"namespaces\" in API group \"\" in the namespace \"default\"",
                as(lead, "/api/v1/namespaces/default").expect(403).message());
        assertEquals(
                "forbidden: User \"" + lead + "\" cannot get path \"/metrics\"",
                as(lead, "/metrics").expect(403).message());
    }

    @Test
    void aReviewSaysWhatAllowsIt() {
        Answer yes = review("subjectaccessreviews", "SubjectAccessReview", pods(lead, namespace))
                .expect(201);
        assertEquals(
                "RBAC: allowed by RoleBinding \"leads/" + namespace + "\" of Role \"lead\" to User \"" + lead + "\"",
                yes.text("/status/reason"));
        Answer no = review("subjectaccessreviews", "SubjectAccessReview", pods(lead, "default"))
                .expect(201);
        assertEquals("{\"allowed\":false}", no.at("/status").toString());
        assertTrue(review(
                        "namespaces/" + namespace + "/localsubjectaccessreviews",
                        "LocalSubjectAccessReview",
                        pods(lead, namespace))
                .expect(201)
                .at("/status/allowed")
                .asBoolean());
        Answer path = review(
                        "subjectaccessreviews",
                        "SubjectAccessReview",
                        "{'groups':['system:authenticated'],'nonResourceAttributes':{'path':'/version','verb':'get'}}")
                .expect(201);
        assertTrue(path.text("/status/reason").endsWith("to Group \"system:authenticated\""));
    }

    @Test
    void whatCannotBeReviewedIsToldWhy() {
        assertTrue(review("subjectaccessreviews", "SubjectAccessReview", "{'resourceAttributes':{'verb':'get'}}")
                .expect(422)
                .message()
                .endsWith("spec.user: Invalid value: \"\": at least one of user or group must be specified"));
        assertTrue(review("subjectaccessreviews", "SubjectAccessReview", "{'user':'x'}")
                .expect(422)
                .message()
                .contains("exactly one of nonResourceAttributes or resourceAttributes must be specified"));
        assertTrue(review(
                        "namespaces/" + namespace + "/localsubjectaccessreviews",
                        "LocalSubjectAccessReview",
                        pods(lead, "default"))
                .expect(422)
                .message()
                .endsWith("spec.resourceAttributes.namespace: Invalid value: \"default\": must match"
                        + " metadata.namespace"));
        assertEquals(
                "no namespace on request",
                review("selfsubjectrulesreviews", "SelfSubjectRulesReview", "{}")
                        .expect(400)
                        .message());
    }

    @Test
    void rulesOfABindingAreThoseOfItsNamespace() {
        String spec = "{'namespace':'" + namespace + "'}";
        String here = reviewAs(lead, "selfsubjectrulesreviews", "SelfSubjectRulesReview", spec)
                .expect(201)
                .at("/status")
                .toString();
        assertTrue(here.contains("pods/eviction") && here.contains("/openapi/*"), here);
        String there = reviewAs(lead, "selfsubjectrulesreviews", "SelfSubjectRulesReview", "{'namespace':'default'}")
                .expect(201)
                .at("/status/resourceRules")
                .toString();
        assertTrue(!there.contains("pods") && there.contains("selfsubjectaccessreviews"), there);
    }

    @Test
    void aBindingToNoRoleIsNamedInTheRefusal() {
        bind("ghosts", "Role", "nope").expect(201);
        Await.until("the missing role is named", () -> reviewAs(
                        lead,
                        "selfsubjectaccessreviews",
                        "SelfSubjectAccessReview",
                        "{'resourceAttributes':{'verb':'get','resource':'nodes','namespace':'" + namespace + "'}}")
                .text("/status/reason")
                .equals("RBAC: role.rbac.authorization.k8s.io \"nope\" not found"));
    }

    private Answer postAs(String path, String object) {
        return admin.send(admin.request(path)
                .header("Impersonate-User", lead)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Objects.json(object).toString()))
                .build());
    }

    @Test
    void nobodyGivesAwayWhatTheyDoNotHave() {
        String roles = RBAC + "namespaces/" + namespace + "/roles";
        admin.patch(
                        roles + "/lead",
                        ApiClient.JSON_PATCH,
                        "[{\"op\":\"add\",\"path\":\"/rules/-\",\"value\":{\"verbs\":[\"*\"],\"apiGroups\":"
                                + "[\"rbac.authorization.k8s.io\"],\"resources\":[\"roles/x\"]}},{\"op\":\"add\",\"path\":"
                                + "\"/rules/-\",\"value\":{\"verbs\":[\"create\"],\"apiGroups\":[\"rbac.authorization.k8s.io\"],"
                                + "\"resources\":[\"roles\",\"rolebindings\"]}}]")
                .expect(200);
        Await.until(
                "the lead may write roles",
                () -> postAs(
                                        roles,
                                        "{'metadata':{'name':'own'},'rules':[{'verbs':['get','list'],'apiGroups':[''],'resources':"
                                                + "['pods']}]}")
                                .code()
                        != 403);
        assertEquals(
                "roles.rbac.authorization.k8s.io \"more\" is forbidden: user \"" + lead
                        + "\" (groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not currently"
                        + " held:\n{APIGroups:[\"\"], Resources:[\"nodes\"], Verbs:[\"get\" \"list\"]}\n"
                        + "{APIGroups:[\"\"], Resources:[\"secrets\"], ResourceNames:[\"s\"], Verbs:[\"get\"]}",
                postAs(
                                roles,
                                "{'metadata':{'name':'more'},'rules':[{'verbs':['get','list'],'apiGroups':[''],'resources':"
                                        + "['pods','nodes']},{'verbs':['get'],'apiGroups':[''],'resources':['secrets'],"
                                        + "'resourceNames':['s']}]}")
                        .expect(403)
                        .message());
        assertTrue(postAs(
                        RBAC + "namespaces/" + namespace + "/rolebindings",
                        "{'metadata':{'name':'b'},'roleRef':{'kind':'ClusterRole','name':'cluster-admin'},'subjects':"
                                + "[{'kind':'User','name':'x'}]}")
                .expect(403)
                .message()
                .endsWith(
                        "not currently held:\n{APIGroups:[\"*\"], Resources:[\"*\"], Verbs:[\"*\"]}\n{NonResourceURLs:"
                                + "[\"*\"], Verbs:[\"*\"]}"));
    }

    @Test
    void aBindingKeepsItsRole() {
        String path = RBAC + "namespaces/" + namespace + "/rolebindings/leads";
        assertEquals("rbac.authorization.k8s.io", admin.get(path).expect(200).text("/subjects/0/apiGroup"));
        assertEquals(
                "RoleBinding.rbac.authorization.k8s.io \"leads\" is invalid: roleRef: Invalid value:"
                        + " {\"APIGroup\":\"rbac.authorization.k8s.io\",\"Kind\":\"Role\",\"Name\":\"view\"}:"
                        + " cannot change roleRef",
                admin.patch(path, ApiClient.MERGE, "{\"roleRef\":{\"name\":\"view\"}}")
                        .expect(422)
                        .message());
    }

    @Test
    void aRuleSaysVerbsGroupsAndResources() {
        Answer role = admin.post(
                RBAC + "namespaces/" + namespace + "/roles",
                Objects.json("{'metadata':{'name':'a:b'},'rules':[{'verbs':['get']}]}"));
        assertEquals(
                "Role.rbac.authorization.k8s.io \"a:b\" is invalid: [rules[0].apiGroups: Required value: resource rules"
                        + " must supply at least one api group, rules[0].resources: Required value: resource rules must"
                        + " supply at least one resource]",
                role.expect(422).message());
        assertEquals(
                "RoleBinding.rbac.authorization.k8s.io \"x\" is invalid: roleRef.kind: Unsupported value: \"Thing\":"
                        + " supported values: \"Role\", \"ClusterRole\"",
                bind("x", "Thing", "y").expect(422).message());
        bind("system:odd", "Role", "any").expect(201);
    }
}
