// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ContextEntry;
import podium.model.fleet.Cluster;
import podium.ui.cluster.ContextChoices;
import podium.ui.cluster.ContextLine;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.Screen;
import podium.ui.toolkit.NamedBounds;

class ContextsDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    private static ContextLine line(String name, String file, String problem) {
        ClusterTarget target =
                new ClusterTarget(new ClusterId(name + "@" + file, name, name), Path.of(file), name, false);
        return new ContextLine(
                new ContextEntry(target, "https://" + name + ":6443", "team", "ana", false, problem),
                Optional.of(FakeFleet.NOW.minus(Duration.ofHours(2))),
                false);
    }

    private static final ContextChoices THREE = new ContextChoices(
            List.of(
                    line("lab", "/k/one", ""),
                    line("prod", "/k/two", ""),
                    line("old", "/k/two", "/k/two: clusters has no entry named \"gone\". Add it.")),
            "KUBECONFIG=/k/one:/k/two",
            List.of());

    private List<String> choose(Runnable then) {
        List<String> opened = new ArrayList<>();
        ContextsDialog dialog = new ContextsDialog(
                seen.owner(),
                seen.stage.services,
                THREE,
                (files, read) -> read.accept(new ContextChoices(
                        List.of(
                                line("more", files.getFirst().toString(), ""),
                                THREE.lines().getFirst()),
                        "",
                        List.of())));
        more = () -> dialog.add(List.of(Path.of("/k/three")));
        seen.in(() -> dialog.choose().forEach(target -> opened.add(target.context())), then);
        return opened;
    }

    private Runnable more = () -> {};

    /** With nothing to open the button is grey, and a grey button with the focus hears no key, not even Escape. */
    @Test
    void withoutAContextTheKeysGoToTheFilter() {
        ContextsDialog dialog = new ContextsDialog(
                seen.owner(),
                seen.stage.services,
                new ContextChoices(List.of(), "KUBECONFIG=/k/none", List.of()),
                (files, read) -> {});
        seen.in(dialog::choose, () -> {
            assertFalse(seen.ok().isEnabled());
            assertTrue(seen.all(Text.class).getFirst().isFocusControl());
            assertTrue(inThePlaceOfRows().contains("No context was found."), inThePlaceOfRows());
        });
    }

    @Test
    void whereNoContextMatchesTheListSaysHowToSeeThemAgain() {
        choose(() -> {
            assertEquals("", inThePlaceOfRows());
            seen.text("filter contexts").setText("elsewhere");
            assertEquals(
                    "No context matches the filter. Press Escape in the filter to see all of them again.",
                    inThePlaceOfRows());
            seen.text("filter contexts").setText("");
            assertEquals("", inThePlaceOfRows());
        });
    }

    private String inThePlaceOfRows() {
        return ((NamedBounds) seen.all(NatTable.class).getFirst().getData(NamedBounds.KEY))
                .places().keySet().stream()
                        .filter(place -> place.startsWith("none | "))
                        .map(place -> place.substring("none | ".length()))
                        .findFirst()
                        .orElse("");
    }

    @Test
    void severalAreOpenedInOneGoAndTheButtonCountsThem() {
        assertEquals(List.of("lab", "prod"), choose(() -> {
            assertTrue(seen.words().contains("kubectl reads KUBECONFIG=/k/one:/k/two."), seen.words());
            Screen.key(seen.all(NatTable.class).getFirst(), SWT.ARROW_DOWN, (char) 0, SWT.SHIFT);
            seen.press("Open 2");
        }));
    }

    @Test
    void theFilterKnowsServerUserAndFile() {
        assertEquals(List.of("prod"), choose(() -> {
            seen.text("filter contexts").setText("two https://prod ana");
            assertEquals(2, seen.all(NatTable.class).getFirst().getRowCount());
            seen.press("Open");
        }));
    }

    @Test
    void aBrokenOneCannotBeOpenedAndSaysWhy() {
        assertEquals(List.of(), choose(() -> {
            seen.text("filter contexts").setText("old");
            assertFalse(seen.button("Open").isEnabled());
            Screen.key(seen.all(NatTable.class).getFirst(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
            seen.until("it says why", () -> seen.words().contains("no entry named \"gone\""));
        }));
    }

    @Test
    void anotherFileAddsItsContextsAndSelectsThem() {
        assertEquals(List.of("more"), choose(() -> {
            more.run();
            seen.press("Open");
        }));
    }

    @Test
    void productionIsUnlockedOnlyWhenItIsConfirmedAndEnterDoesNot() {
        Cluster cluster = seen.stage.made.cluster("prod", 1);
        cluster.setProduction(true);
        ShellDialogs dialogs = (ShellDialogs) seen.dialogs();
        dialogs.unlock(seen.stage.locks);
        seen.stage.locks.set(cluster, true);
        seen.in(() -> seen.stage.locks.set(cluster, false), () -> {
            assertTrue(seen.words().contains("Production: prod"), seen.words());
            seen.pressOk();
        });
        assertTrue(seen.stage.locks.isLocked(cluster), "Enter leaves it locked");
        seen.in(() -> seen.stage.locks.set(cluster, false), () -> {
            // it filled its button to the rim
            Button unlock = seen.button("Unlock Production");
            assertTrue(unlock.getSize().x >= unlock.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 12);
            seen.press("Unlock Production");
        });
        assertFalse(seen.stage.locks.isLocked(cluster));
        seen.stage.locks.set(cluster, true);
        assertTrue(seen.stage.locks.isLocked(cluster), "to lock it asks nothing");
    }
}
