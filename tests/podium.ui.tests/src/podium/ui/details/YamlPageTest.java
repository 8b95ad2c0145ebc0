// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.PartScreen;

class YamlPageTest {
    private final PartScreen seen = new PartScreen();

    @AfterEach
    void close() {
        seen.close();
    }

    private String copied(String object) {
        Cluster cluster = seen.lab();
        Job job = seen.stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 1);
        Task task = seen.stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(cluster.getNodes().getFirst()));
        seen.stage.connections.open(ClusterId.of(cluster).value(), Optional.empty());
        seen.stage.connections.objects.put(
                ObjectRef.pod(task.getNamespace(), task.getName()).path(), object);
        seen.shell.setLayout(new FillLayout());
        YamlPage page = new YamlPage(seen.shell, seen.stage.services, seen.stage.connections);
        page.show(task);
        seen.show();
        seen.until("it is read", () -> seen.all(StyledText.class).stream()
                .anyMatch(text -> text.getText().contains("kind")));
        seen.all(ToolBar.class).stream()
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> String.valueOf(item.getToolTipText()).startsWith("Copy all"))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
        Clipboard clipboard = new Clipboard(seen.shell.getDisplay());
        String copied = String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        clipboard.dispose();
        return copied;
    }

    @Test
    void whatIsCopiedHasNoValuesOfVariables() {
        String copied = copied("{\"kind\":\"Pod\",\"spec\":{\"containers\":[{\"name\":\"main\",\"env\":"
                + "[{\"name\":\"HF_TOKEN\",\"value\":\"CANARY-1\"},{\"name\":\"PIN\",\"value\":\"12345678\"}]}]}}");
        assertFalse(copied.contains("CANARY"), copied);
        assertFalse(copied.contains("12345678"), copied);
        assertTrue(copied.contains("HF_TOKEN"), copied);
        assertTrue(copied.contains("name: main"), copied);
        assertTrue(seen.words().contains("copied, secrets as"), seen::words);
        StyledText text = seen.all(StyledText.class).getFirst();
        assertFalse(text.getText().contains("CANARY"), text::getText);
        ToolItem secrets = seen.tool("Hidden Values").orElseThrow();
        seen.stage.noteProblem = Optional.of(new IOException("no space left on device"));
        tick(secrets);
        seen.until("why not", () -> seen.words().contains("no space left on device"));
        assertFalse(secrets.getSelection());
        assertFalse(text.getText().contains("CANARY"), text::getText);
        seen.stage.noteProblem = Optional.empty();
        tick(secrets);
        seen.until("they are shown", () -> text.getText().contains("CANARY-1"));
        assertEquals(
                List.of("shown secret Pod research/train-0: The hidden values of Pod research/train-0 were shown"),
                seen.stage.notes);
    }

    private static void tick(ToolItem item) {
        item.setSelection(true);
        item.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void whatHasNoSecretIsCopiedAsItIsShown() {
        String copied = copied("{\"kind\":\"Pod\",\"spec\":{\"nodeName\":\"n1\"}}");
        assertTrue(copied.contains("nodeName: n1"), copied);
        assertFalse(seen.words().contains("copied, secrets as"), seen::words);
    }
}
