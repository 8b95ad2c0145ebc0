// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;

/** Cordoning a GPU and re-partitioning its node from the menus of the Fleet tree and of Details. */
class DeviceMenusTest {
    private static final String CORDON = "Cordon GPU\u2026";
    private static final String PARTITION = "Re-partition GPUs\u2026";
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final Node node = lab.getNodes().getFirst();
    private final Accelerator gpu = node.getAccelerators().getFirst();

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void ofAGpuInTheTreeTheCordonIsOfferedAndRePartitioningSaysWhyNot() {
        tree();
        select(gpu);
        List<MenuItem> items = menu(tableOfTree());
        MenuItem cordon = item(items, CORDON);
        assertEquals(CORDON + "\tG", cordon.getText());
        assertTrue(cordon.isEnabled());
        MenuItem partition = item(items, PARTITION);
        assertEquals(PARTITION + "  (its GPUs are not in MIG mode)\tI", partition.getText());
        assertFalse(partition.isEnabled());
        press(cordon);
        seen.until("it was asked for", () -> stage.devices.asked.equals(List.of(gpu)));
    }

    @Test
    void ofANodeInTheTreeOnlyTheRePartitioningStandsThere() {
        tree();
        select(node);
        List<MenuItem> items = menu(tableOfTree());
        assertTrue(items.stream().noneMatch(item -> item.getText().startsWith(CORDON)));
        assertFalse(item(items, PARTITION).isEnabled());
        select(lab);
        assertTrue(menu(tableOfTree()).stream().noneMatch(item -> item.getText().startsWith(PARTITION)));
    }

    @Test
    void inAReadOnlyClusterBothMenusGreyTheCordonWithTheReason() {
        stage.locks.set(lab, true);
        tree();
        details();
        select(gpu);
        for (Control where : List.of(tableOfTree(), label())) {
            List<MenuItem> items = menu(where);
            MenuItem why = item(items, "lab is read-only. Unlock it first");
            MenuItem cordon = item(items, CORDON);
            assertTrue(items.indexOf(why) < items.indexOf(cordon), "said once, above");
            assertFalse(why.isEnabled() || cordon.isEnabled());
            assertFalse(cordon.getText().contains("read-only"), cordon::getText);
        }
        stage.locks.set(lab, false);
        assertTrue(item(menu(label()), CORDON).isEnabled(), "the menu asks anew each time it opens");
    }

    @Test
    void detailsOffersTheSameAsTheTree() {
        tree();
        details();
        for (EObject thing : List.of(gpu, node)) {
            select(thing);
            List<String> tree = texts(menu(tableOfTree()));
            List<String> details = texts(menu(label()));
            assertTrue(details.size() > 2, details::toString);
            assertEquals(details, tree.subList(0, details.size()), "the tree has its own entries below");
        }
    }

    @Test
    void aGpuThatLeavesWhileTheMenuIsUpIsRefused() {
        details();
        select(gpu);
        MenuItem cordon = item(menu(label()), CORDON);
        lab.getNodes().remove(node);
        press(cordon);
        assertEquals(
                List.of("refuse Cordon GPU a1-n1 / GPU 0: a1-n1 / GPU 0 is no longer in the fleet."),
                seen.dialogs.shown);
        assertEquals(List.of(), stage.devices.asked);
    }

    @Test
    void aSliceThatIsCutAwayWhileTheMenuIsUpStillMeansItsGpu() {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        slice.setProfile("1g.10gb");
        gpu.getSlices().add(slice);
        details();
        select(slice);
        MenuItem cordon = item(menu(label()), CORDON);
        gpu.getSlices().remove(slice);
        press(cordon);
        seen.until("its GPU was asked for", () -> stage.devices.asked.equals(List.of(gpu)));
    }

    private void tree() {
        stage.part(FleetPart.class, seen.shell);
        seen.show();
    }

    private void details() {
        stage.details(new Composite(seen.shell, SWT.NONE));
        seen.show();
    }

    private void select(EObject thing) {
        stage.selection.set("elsewhere", List.of(thing));
        seen.settle();
    }

    private Control tableOfTree() {
        return seen.all(NatTable.class).getFirst();
    }

    /** The name above the pages of Details. */
    private Control label() {
        return seen.all(Label.class).stream()
                .filter(label -> label.getMenu() != null && !label.getText().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What stands in the menu of a control when it opens now. */
    private static List<MenuItem> menu(Control control) {
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        return List.of(menu.getItems());
    }

    private static MenuItem item(List<MenuItem> items, String words) {
        return items.stream()
                .filter(item -> item.getText().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + words + " in " + texts(items)));
    }

    private static List<String> texts(List<MenuItem> items) {
        return items.stream()
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .map(MenuItem::getText)
                .toList();
    }

    private void press(MenuItem item) {
        item.notifyListeners(SWT.Selection, new Event());
        seen.settle();
    }
}
