// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Examples;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Stage;

class StatusLineTest {
    private final PartScreen seen = new PartScreen();
    private final Stage stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void theStatusLineSaysWhatRuns() {
        seen.lab();
        Examples.operations(stage);
        seen.shell.setLayout(new FillLayout());
        new StatusLine(stage.fleet, stage.selection, stage.operations, stage.kit).create(seen.shell);
        seen.show();
        assertTrue(seen.words().contains("live, "));
        assertTrue(seen.all(Label.class).stream().anyMatch(label -> StatusWords.TIP.equals(label.getToolTipText())));
        assertTrue(seen.words().contains("8 nodes, 64 GPUs"));
        assertTrue(seen.words().contains("Drain a1-n1: waits for the budget rerank-pdb"));
    }
}
