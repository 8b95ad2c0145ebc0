// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class JobRulesTest {

    private static final String PIN = "{'spec':{'template':{'spec':{'nodeSelector':{'rack':'r1'}}}}}";
    private static final String SUSPENDED = """
            {'status':{'startTime':null,'conditions':[{'type':'Suspended','status':'True',
            'lastTransitionTime':'2026-01-01T00:00:00Z'}]}}""";
    private static final String STARTED = "{'status':{'startTime':'2026-01-01T00:00:00Z','active':2}}";

    private final ApiClient api;
    private final String jobs;

    JobRulesTest(Server server) {
        api = server.admin();
        jobs = "/apis/batch/v1/namespaces/" + server.freshNamespace() + "/jobs";
    }

    @Test
    void aNewJobKnowsItsPodsByItsUid() {
        Answer job = api.post(jobs, Objects.job("j", false)).expect(201);
        String uid = job.text("/metadata/uid");
        assertEquals(uid, job.text("/spec/selector/matchLabels/batch.kubernetes.io~1controller-uid"));
        assertEquals(uid, job.text("/spec/template/metadata/labels/batch.kubernetes.io~1controller-uid"));
        assertEquals("j", job.text("/spec/template/metadata/labels/batch.kubernetes.io~1job-name"));
        assertEquals("j", job.text("/spec/template/metadata/labels/job-name"));
        assertEquals(6, job.at("/spec/backoffLimit").asInt());
        assertEquals("NonIndexed", job.text("/spec/completionMode"));
        assertFalse(job.at("/spec/suspend").asBoolean(true));
        assertEquals("TerminatingOrFailed", job.text("/spec/podReplacementPolicy"));
    }

    @Test
    void aJobMustChooseARestartPolicy() {
        ObjectNode job = Objects.job("j", false);
        ((ObjectNode) job.at("/spec/template/spec")).remove("restartPolicy");
        Answer refused = api.post(jobs, job).expect(422);
        assertTrue(
                refused.message()
                        .contains("spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\","
                                + " \"Never\""),
                refused.message());
    }

    @Test
    void theTemplateOfARunningJobIsFixed() {
        api.post(jobs, Objects.job("j", false)).expect(201);
        Answer refused = patch(PIN).expect(422);
        assertEquals("spec.template", refused.text("/details/causes/0/field"));
        assertEquals("FieldValueInvalid", refused.text("/details/causes/0/reason"));
        assertTrue(refused.message().startsWith("Job.batch \"j\" is invalid: spec.template: Invalid value: "));
        assertTrue(refused.message().endsWith(": field is immutable"), refused.message());
    }

    @Test
    void aSuspendedJobThatNeverStartedTakesNewDirections() {
        api.post(jobs, Objects.job("j", true)).expect(201);
        patch(PIN).expect(200);
        patch("""
                {'spec':{'template':{'metadata':{'labels':{'a':'b'},'annotations':{'c':'d'}},'spec':{
                'tolerations':[{'key':'x','operator':'Exists'}],
                'schedulingGates':[{'name':'podium.placement/manual'}],
                'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[
                {'matchExpressions':[{'key':'zone','operator':'In','values':['a']}]}]}}}}}}}""").expect(200);
        Answer job = api.get(jobs + "/j");
        assertEquals("r1", job.text("/spec/template/spec/nodeSelector/rack"));
        assertEquals("podium.placement/manual", job.text("/spec/template/spec/schedulingGates/0/name"));
    }

    @Test
    void aSuspendedJobsImageIsFixedAllTheSame() {
        api.post(jobs, Objects.job("j", true)).expect(201);
        Answer refused = api.patch(
                jobs + "/j",
                ApiClient.STRATEGIC,
                "{'spec':{'template':{'spec':{'containers':[{'name':'main','image':'other'}]}}}}");
        assertEquals("spec.template.spec", refused.expect(422).text("/details/causes/0/field"), refused.message());
    }

    @Test
    void podAffinityIsNoDirectionThatMayChange() {
        api.post(jobs, Objects.job("j", true)).expect(201);
        patch("""
                {'spec':{'template':{'spec':{'affinity':{'podAffinity':{
                'requiredDuringSchedulingIgnoredDuringExecution':[{'topologyKey':'rack','labelSelector':{}}]}}}}}}""").expect(422);
    }

    @Test
    void aJobThatHasStartedTakesDirectionsOnlyWhenItsPodsAreGone() {
        api.post(jobs, Objects.job("j", false)).expect(201);
        status(STARTED).expect(200);
        patch("{'spec':{'suspend':true}}").expect(200);
        patch(PIN).expect(422);
        status(SUSPENDED.replace("'startTime':null", "'active':0")).code();
        status(SUSPENDED.replace("'startTime':null,", "'startTime':null,'active':0,"))
                .expect(200);
        patch(PIN).expect(200);
        patch("{'spec':{'suspend':false}}").expect(200);
    }

    @Test
    void resumingAndPinningTogetherIsOneWrite() {
        api.post(jobs, Objects.job("j", true)).expect(201);
        Answer job = patch("{'spec':{'suspend':false,'template':{'spec':{'nodeSelector':{'rack':'r1'}}}}}")
                .expect(200);
        assertFalse(job.at("/spec/suspend").asBoolean());
        patch("{'spec':{'template':{'spec':{'nodeSelector':{'rack':'r2'}}}}}").expect(422);
    }

    @Test
    void parallelismChangesAndCompletionsDoNot() {
        api.post(jobs, Objects.job("j", false)).expect(201);
        patch("{'spec':{'parallelism':1}}").expect(200);
        Answer refused = patch("{'spec':{'completions':5}}").expect(422);
        assertEquals("spec.completions", refused.text("/details/causes/0/field"));
        assertTrue(refused.message().endsWith("field is immutable"), refused.message());
        Answer mode = patch("{'spec':{'completionMode':'Indexed'}}").expect(422);
        assertEquals("spec.completionMode", mode.text("/details/causes/0/field"));
    }

    @Test
    void anIndexedJobIsResizedAsAWhole() {
        ObjectNode job = Objects.job("j", false);
        ((ObjectNode) job.get("spec")).put("completionMode", "Indexed");
        api.post(jobs, job).expect(201);
        patch("{'spec':{'completions':4,'parallelism':4}}").expect(200);
        Answer refused = patch("{'spec':{'completions':8}}").expect(422);
        assertTrue(
                refused.message().contains("can only be modified in tandem with spec.parallelism"), refused.message());
    }

    private Answer patch(String patch) {
        return api.patch(jobs + "/j", ApiClient.MERGE, patch);
    }

    private Answer status(String patch) {
        return api.patch(jobs + "/j/status", ApiClient.MERGE, patch);
    }
}
