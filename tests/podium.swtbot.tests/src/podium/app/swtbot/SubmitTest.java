// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotStyledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.operation.OperationState;

/** A manifest that is pasted. */
@ExtendWith(AtTheDesk.class)
class SubmitTest {
    private static final String JOB = "pasted";
    private static final String JOBS = "/apis/batch/v1/namespaces/research/jobs";
    private static final String PODS = "/api/v1/namespaces/research/pods?labelSelector=job-name=pasted";
    private static final String MANIFEST = """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: pasted
          namespace: research
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
              - name: main
                image: registry.local/train/torch:2.9
                resources:
                  limits: {nvidia.com/gpu: "1"}
        """;
    private final Desk desk;

    SubmitTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aPastedManifestIsCreatedWhenItsPlanIsConfirmedAndUndoDeletesIt() throws Exception {
        Api api = desk.api();
        List<String> before = desk.fleet.operations();
        desk.hands.menu("Act", "Submit…");
        String dialog = "Submit to " + desk.fleet.live(Desk.FLEET).getName();
        desk.hands.window(dialog);
        new SWTBotStyledText(desk.screen.named(StyledText.class, "Manifest").orElseThrow()).setText(MANIFEST);
        desk.hands.button(dialog, "Plan…");
        desk.console.await("the plan can be sent", () -> desk.screen.canPress("Submit", "Submit"));
        assertEquals(0, count(api), "created before it was confirmed");
        desk.hands.button("Submit", "Submit");
        assertEquals(OperationState.DONE, desk.fleet.ended("submit", before).state());
        assertEquals(1, count(api));
        // an undo rightly ends nothing that begins to run while its plan is read
        desk.console.await("its pod runs", () -> api.list(PODS).stream()
                .anyMatch(pod -> pod.at("/status/phase").asText().equals("Running")));
        desk.hands.tool(words -> words.startsWith("Undo: Submit"));
        desk.hands.button("Undo: ", "Undo");
        assertEquals(OperationState.DONE, desk.fleet.ended("undo", before).state());
        desk.console.await("the server has it no more", () -> count(api) == 0);
    }

    private static long count(Api api) {
        return api.names(JOBS).stream().filter(JOB::equals).count();
    }
}
