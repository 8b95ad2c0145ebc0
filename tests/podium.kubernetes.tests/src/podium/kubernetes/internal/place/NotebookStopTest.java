// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.workflow.NotebookKind;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.PatchedObject;

/** A notebook is told not to run by an annotation, whatever it says, and to run by its absence. */
class NotebookStopTest {
    private static final ObjectRef REF = new NotebookKind().ref("team", "ada");

    private static JsonNode notebook(String annotations) throws IOException {
        return Trees.read(
                "{\"kind\":\"Notebook\",\"metadata\":{\"name\":\"ada\",\"uid\":\"u\",\"resourceVersion\":\"7\","
                        + "\"annotations\":{" + annotations + "}},\"spec\":{}}");
    }

    @Test
    void stoppingSetsTheAnnotationAndResumingTakesItOut() throws IOException {
        JsonNode runs = notebook("\"a\":\"b\"");
        Suspension field = new NotebookKind().suspension(REF, runs);
        assertFalse(field.isSet(runs));
        JsonNode stopped = PatchedObject.of(runs, field.set(REF, runs, true));
        assertTrue(field.isSet(stopped));
        ApiWrite back = field.back(REF, stopped);
        assertEquals(runs, PatchedObject.of(stopped, back));
    }

    @Test
    void oneThatTheDashboardStoppedIsResumed() throws IOException {
        JsonNode stopped = notebook("\"kubeflow-resource-stopped\":\"2026-01-01T00:00:00Z\"");
        Suspension field = new NotebookKind().suspension(REF, stopped);
        assertTrue(field.isSet(stopped));
        assertFalse(field.isSet(PatchedObject.of(stopped, field.back(REF, stopped))));
    }
}
