// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GoTextTest {
    @Test
    void aTaintIsWrittenAsKubectlWritesIt() {
        assertEquals(
                "untolerated taint instance=spot:NoSchedule in flavor tainted",
                GoText.plain("untolerated taint {instance spot NoSchedule <nil>} in flavor tainted"));
        assertEquals(
                "untolerated taint gpu:NoExecute in flavor a",
                GoText.plain("untolerated taint &{gpu  NoExecute <nil>} in flavor a"));
    }

    @Test
    void aValueInTheWayIsLeftOut() {
        assertEquals(
                "Job.batch \"a\" is invalid: spec.template: field is immutable",
                GoText.plain("Job.batch \"a\" is invalid: spec.template: Invalid value:"
                        + " core.PodTemplateSpec{ObjectMeta:v1.ObjectMeta{Name:\"\","
                        + " Labels:map[string]string{\"a\":\"b\"}}, Spec:core.PodSpec{}}: field is immutable"));
    }

    @Test
    void whatIsNoValueOrIsCutOffStaysAsItIs() {
        for (String text :
                new String[] {"no room", "the set {a, b} is full", "is invalid: core.PodSpec{Volumes:[]core.Volume(nil"
                }) {
            assertEquals(text, GoText.plain(text));
        }
    }
}
