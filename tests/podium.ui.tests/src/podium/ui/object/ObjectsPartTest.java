// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ObjectTables.Relative;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeCopies;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeForwards;
import podium.ui.fake.PartScreen;
import podium.ui.flow.CopyFlow;
import podium.ui.flow.ForwardFlow;
import podium.ui.prompt.LastAnswers;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.UiServices;

class ObjectsPartTest {
    private final PartScreen seen = new PartScreen();
    private final FakeTables tables = new FakeTables();
    private final MPart part = MBasicFactory.INSTANCE.createPart();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);

    @AfterEach
    void close() {
        seen.close();
    }

    private ObjectsPart open() {
        Cluster lab = seen.lab();
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(ObjectTables.class, tables);
        seen.stage.selection.set(this, List.of(lab));
        ObjectsPart made = new ObjectsPart(
                seen.shell,
                seen.stage.fleet,
                seen.stage.selection,
                seen.stage.connections,
                menu(),
                new UiServices(
                        seen.stage.services.theme(),
                        seen.stage.services.background(),
                        now::get,
                        seen.stage.services.hidden()),
                part);
        seen.show();
        return made;
    }

    private ObjectMenu menu() {
        return new ObjectMenu(
                seen.stage.objects,
                new ForwardFlow(
                        null, new FakeForwards(), seen.dialogs, new LastAnswers(), seen.stage.services.background()),
                new CopyFlow(
                        seen.stage.connections,
                        new FakeCopies(),
                        seen.dialogs,
                        seen.stage.services.background(),
                        new LastAnswers()),
                seen.stage.actions,
                seen.stage.fleet);
    }

    private void choose(int field, String word) {
        Combo combo = seen.all(Combo.class).get(field);
        combo.setText(word);
        combo.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private void until(String cells) {
        seen.until(
                cells,
                () -> !seen.all(NatTable.class).isEmpty()
                        && seen.cells().toString().contains(cells));
    }

    /** Waits while time passes: of one step a read that is still under way might take all, and then the next is far. */
    private void later(String cells) {
        seen.until(cells, () -> {
            now.set(now.get().plusSeconds(3));
            return !seen.all(NatTable.class).isEmpty()
                    && seen.cells().toString().contains(cells);
        });
    }

    @Test
    void aKindIsShownInTheServersColumnsAndTypedAsForKubectl() {
        open();
        until("[team-a, web-10, Running, 2, 3d4h, team-a, web-2, CrashLoopBackOff, 41, 7m, team-b, db, Pending, 0,"
                + " 12s]");
        assertTrue(seen.words().contains("3"), seen.words());
        choose(0, "deploy");
        until("[team-a, web, 1/2, 2, 3d]");
        assertEquals("deployments.apps", seen.all(Combo.class).getFirst().getText());
        choose(0, "nothing");
        seen.until("it says so", () -> seen.words().contains("The server has no kind \"nothing\"."));
        choose(0, "po");
        choose(1, "team-b");
        until("[db, Pending, 0, 12s]");
        choose(0, ":deploy team-a");
        until("[web, 1/2, 2, 3d]");
        assertEquals("deployments.apps", seen.all(Combo.class).getFirst().getText());
        assertEquals("team-a", seen.all(Combo.class).get(1).getText());
    }

    /** What was typed stood in the middle of the kind of before: the click had put the caret there. */
    @Test
    void theClickThatEntersTheKindSelectsItAndTheNextOnePutsTheCaret() {
        open();
        Combo kind = seen.all(Combo.class).getFirst();
        Point all = new Point(0, "pods".length());
        for (Point after : List.of(all, new Point(2, 2))) {
            if (after.equals(all)) {
                kind.notifyListeners(SWT.FocusIn, new Event());
            }
            kind.setSelection(new Point(2, 2));
            kind.notifyListeners(SWT.MouseUp, new Event());
            assertEquals(after, kind.getSelection());
        }
        seen.all(Combo.class)
                .forEach(field -> assertNull(field.getToolTipText(), "it would lie over the first row of the table"));
    }

    @Test
    void whereSeveralClustersAreOpenItIsSaidWhoseTheObjectsAre() {
        open();
        seen.until("they are counted", () -> seen.words().contains("3"));
        assertFalse(seen.words().contains("lab \u00b7 3"), seen.words());
        seen.stage.made.cluster("other", 2);
        choose(0, "deploy");
        seen.until("its cluster is named", () -> seen.words().contains("lab \u00b7 1"));
    }

    /** The key after the command line is for the list: where the choice of the kind has the focus, Down chooses another kind. */
    @Test
    void theListOfAKindThatIsGoneToHasTheFocusAsSoonAsItIsThere() {
        ObjectsPart part = open();
        part.focus();
        part.look("deploy", Optional.of("team-a"));
        until("web, 1/2");
        seen.until(
                "the list has the focus",
                () -> seen.all(NatTable.class).getFirst().isFocusControl());
    }

    /** Pressed again while rows were there, Alt+0 went to the table, where the kind typed next was taken for keys. */
    @Test
    void itsKeyGoesToTheKindSelectedAsAWholeAlsoFromTheRowsAndBeforeTheyCome() {
        ObjectsPart part = open();
        part.look("pods", Optional.empty());
        part.focus();
        part.enterByKey();
        until("web-10");
        Combo kind = seen.all(Combo.class).getFirst();
        seen.until("it stays there when rows come", kind::isFocusControl);
        part.focus();
        seen.until("the rows have it", () -> seen.all(NatTable.class).getFirst().isFocusControl());
        for (int press = 0; press < 2; press++) {
            part.enterByKey();
            seen.until("the kind has it", kind::isFocusControl);
            seen.settle();
            assertTrue(kind.isFocusControl());
            assertEquals(new Point(0, "pods".length()), kind.getSelection());
            kind.setSelection(new Point(2, 2));
        }
        part.enterByKey();
        for (char letter : "deploy\r".toCharArray()) {
            post(letter);
        }
        until("[team-a, web, 1/2, 2, 3d]");
        assertTrue(kind.isFocusControl(), "and is to be typed over again");
    }

    private void post(char letter) {
        Event key = new Event();
        key.character = letter;
        key.keyCode = letter == '\r' ? SWT.CR : letter;
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            key.type = type;
            assertTrue(seen.shell.getDisplay().post(key));
            seen.settle();
        }
    }

    @Test
    void rowsAreFilteredByWordsAndByColumns() {
        open();
        until("web-10");
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("status:crash");
        assertEquals(List.of("team-a", "web-2", "CrashLoopBackOff", "41", "7m"), seen.cells());
        filter.setText("team-a -running");
        assertEquals(1, seen.rows());
        assertTrue(seen.words().contains("1 of 3, without running"), seen.words());
        filter.setText("colour:red");
        assertTrue(filter.getToolTipText().startsWith("colour:red is not a term. Terms: "), filter.getToolTipText());
    }

    /** Until the server has answered nobody knows whether there are some, and the rows of another kind are not theirs. */
    @Test
    void whileAKindIsReadFirstTypingInTheFilterShowsNeitherNoneNorTheRowsOfAnother() {
        open();
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("web");
        assertFalse(seen.words().contains("There are no"), seen.words());
        until("web-10");
        choose(0, "deploy");
        filter.setText("web-");
        assertTrue(seen.words().contains("Reading deployments.apps"), seen.words());
        assertTrue(seen.all(NatTable.class).isEmpty(), "no pod is shown as a deployment");
        filter.setText("");
        until("[team-a, web, 1/2, 2, 3d]");
    }

    @Test
    void itIsReadAgainWhileItIsSeenAndNotWhileItIsHidden() {
        open();
        until("web-10");
        tables.rows.put("pods", List.of(FakeTables.row("team-a", "newer", "Running", "0", "1s")));
        later("newer");
        Composite content = seen.shell;
        List.of(content.getChildren()).forEach(child -> child.setVisible(false));
        int[] ticks = {0};
        podium.ui.toolkit.Repaint.every(seen.shell, java.time.Duration.ofMillis(100), () -> {
            now.set(now.get().plusSeconds(60));
            ticks[0]++;
        });
        seen.until("what was asked before is answered", () -> ticks[0] > 3);
        long asked = tables.asked.size();
        seen.until("much time went by", () -> ticks[0] > 15);
        assertEquals(asked, tables.asked.size(), tables.asked::toString);
        List.of(content.getChildren()).forEach(child -> child.setVisible(true));
        seen.until("it goes on", () -> tables.asked.size() > asked);
    }

    @Test
    void whatPodsUseIsShownWhereTheServerTellsIt() {
        tables.measured = true;
        open();
        until("[team-a, web-10, Running, 2, 3d4h, , , team-a, web-2, CrashLoopBackOff, 41, 7m, 250m, 512Mi,");
        assertEquals("pods", seen.all(Combo.class).getFirst().getText());
        choose(0, "deploy");
        until("[team-a, web, 1/2, 2, 3d]");
        assertFalse(tables.asked.contains("usage deployments.apps "), tables.asked::toString);
    }

    /** Of 512Mi only 512 was seen, which is another amount. */
    @Test
    void aLongNameGivesWaySoThatNoNumberIsCut() {
        tables.measured = true;
        tables.rows.put(
                "pods",
                List.of(
                        FakeTables.row("team-a", "web-2", "CrashLoopBackOff", "41", "7m"),
                        FakeTables.row("team-of-data", "feature-store-" + "x".repeat(24), "Running", "0", "8d")));
        open();
        until("512Mi");
        NatTable table = seen.all(NatTable.class).getFirst();
        int last = table.getColumnCount() - 1;
        for (int width : List.of(1200, 900)) {
            seen.shell.setSize(width, 500);
            seen.until("at " + width, () -> {
                Rectangle memory = table.getBoundsByPosition(last, 1);
                return memory != null
                        && memory.width >= 50
                        && memory.x + memory.width <= table.getClientArea().width + 1
                        && "512Mi".equals(String.valueOf(table.getDataValueByPosition(last, 1)));
            });
        }
    }

    @Test
    void whatMayNotBeReadIsSaidInTheServersWords() {
        tables.forbidden.add("pods");
        open();
        seen.until("it says so", () -> seen.words().contains("pods is forbidden: User \"ana\" cannot list it"));
    }

    @Test
    void aServerThatDoesNotTellWhatItHasIsAskedAgainAfterAWhile() {
        tables.silent = true;
        open();
        seen.until("it says so", () -> seen.words().contains("Which kinds the server has could not be read: "));
        for (int i = 0; i < 5; i++) {
            seen.stage.selection.set(this, List.copyOf(seen.stage.selection.get()));
            seen.settle();
        }
        assertEquals(List.of("resources"), tables.asked);
        tables.silent = false;
        later("web-10");
    }

    /** The connection of before is closed: whoever went on with it was told so for ever. */
    @Test
    void aClusterThatIsOpenedAnewIsReadByItsNewConnectionAndTheSelectedRowIsStillShown() {
        String path = "/api/v1/namespaces/team-a/pods/web-2";
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"402\"}}");
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        yaml("402");
        tables.forbidden.add("pods");
        FakeTables anew = new FakeTables();
        anew.rows.put(
                "pods",
                List.of(
                        FakeTables.row("team-a", "web-2", "Running", "42", "8m"),
                        FakeTables.row("team-a", "newer", "Running", "0", "1s")));
        seen.stage.connections.capabilities.put(ObjectTables.class, anew);
        later("newer");
        assertFalse(seen.words().contains("No object is selected."), seen.words());
        yaml("402");
    }

    @Test
    void theSelectedRowIsShownWhenTheServerIsAskedAnew() {
        String path = "/api/v1/namespaces/team-a/pods/web-2";
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"402\"}}");
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        yaml("402");
        seen.pressTip("Ask the server again");
        seen.until(
                "the table is read by what was told anew",
                () -> tables.asked.lastIndexOf("resources") > 0
                        && tables.asked.getLast().equals("table pods team-a"));
        seen.until("it is shown", () -> made.written().isPresent());
        assertFalse(seen.words().contains("No object is selected."), seen.words());
        yaml("402");
    }

    @Test
    void nothingIsDoneToARowOfBeforeWhileOthersAreRead() {
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        seen.until("it is selected", () -> made.written().isPresent());
        choose(0, "deploy");
        assertEquals(Optional.empty(), made.written().map(Entry::words));
    }

    @Test
    void anObjectIsShownAsYamlAndGoneToAmongItsFamily() {
        seen.stage.connections.objects.put(
                "/api/v1/namespaces/team-a/pods/web-2",
                "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"web-2\",\"managedFields\":[{\"manager\":\"kubelet\"}]}}");
        tables.family = List.of(
                new Relative(FakeTables.DEPLOYMENTS, "team-a", "web", "uid-web", 0, true),
                new Relative(FakeTables.PODS, "team-a", "web-2", "uid-web-2", 1, true));
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        seen.until("its YAML", () -> seen.all(StyledText.class).stream()
                .anyMatch(text -> text.getText().contains("name: web-2")));
        StyledText yaml = seen.all(StyledText.class).getFirst();
        assertFalse(yaml.getText().contains("kubelet"), yaml.getText());
        seen.tool("Managed Fields").orElseThrow().setSelection(true);
        seen.pressTool("Managed Fields");
        assertTrue(yaml.getText().contains("kubelet"), yaml.getText());
        made.open(tables.family.getFirst());
        until("[web, 1/2, 2, 3d]");
    }

    /** After an edit the row said what the object is now, and the YAML beside it what it was. */
    @Test
    void theYamlFollowsTheObjectWhileItIsSeen() {
        String path = "/api/v1/namespaces/team-a/pods/web-2";
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"402\"}}");
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        yaml("402");
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"403\"}}");
        yaml("403");
        seen.stage.connections.objects.remove(path);
        seen.until("it is gone", () -> {
            now.set(now.get().plusSeconds(3));
            return seen.words().contains("It is no longer on the server.");
        });
    }

    /** The row of a pod that was deleted showed the one that somebody created under its name, and 4 of 3 were counted. */
    @Test
    void aRowStandsForItsOwnObjectAndNotForTheNextOneOfItsName() {
        String path = "/api/v1/namespaces/team-a/pods/web-2";
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"uid\":\"uid-web-2\"}}");
        ObjectsPart made = open();
        until("web-2");
        select("web-2", made);
        yaml("uid-web-2");
        NatTable table = seen.all(NatTable.class).getFirst();
        table.getShell().notifyListeners(SWT.KeyDown, new Event());
        seen.stage.connections.objects.put(path, "{\"kind\":\"Pod\",\"metadata\":{\"uid\":\"uid-other\"}}");
        List<Row> pods = new ArrayList<>(tables.rows.get("pods"));
        pods.set(1, new Row("team-a", "web-2", "uid-other", List.of("web-2", "Running", "0", "1s")));
        tables.rows.put("pods", List.copyOf(pods));
        later("web-2 (gone)");
        seen.until("it is gone", () -> {
            now.set(now.get().plusSeconds(3));
            return seen.words().contains("It is no longer on the server. Another one of its name is there now.");
        });
        assertFalse(seen.words().contains("4 of 3"), seen.words());
        assertTrue(seen.words().contains("2, 1 more in grey until Update Rows"), seen.words());
        seen.until("the rows of now are shown", () -> {
            seen.all(Label.class).stream()
                    .filter(label -> label.getText().startsWith("Update Rows"))
                    .forEach(label -> label.notifyListeners(SWT.MouseDown, new Event()));
            return !seen.words().contains("in grey");
        });
    }

    /** It went down one line with each change, and kind and apiVersion were gone: where it stood before, its first lines stay to be seen. */
    @Test
    void whatIsReadOfTheYamlStaysInPlaceWhenTheObjectChanges() {
        String path = "/api/v1/namespaces/team-a/pods/web-2";
        ObjectsPart made = open();
        until("web-2");
        seen.stage.connections.objects.put(path, pod(402));
        select("web-2", made);
        yaml("402");
        StyledText text = seen.all(StyledText.class).getFirst();
        seen.settle();
        for (Point from : List.of(new Point(0, 0), new Point(21, 37))) {
            text.setHorizontalPixel(from.x);
            text.setTopPixel(from.y);
            for (int version = 403; version < 406; version++) {
                seen.stage.connections.objects.put(path, pod(version + from.y));
                yaml(String.valueOf(version + from.y));
                seen.settle();
                assertEquals(from, new Point(text.getHorizontalPixel(), text.getTopPixel()));
            }
        }
    }

    /** More lines, and longer ones, than can be seen. */
    private static String pod(int version) {
        String labels = IntStream.range(0, 60)
                .mapToObj(i -> "\"label-" + i + "\":\"" + "x".repeat(300) + "\"")
                .collect(Collectors.joining(","));
        return "{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"" + version + "\",\"labels\":{" + labels + "}}}";
    }

    private void yaml(String version) {
        seen.until("version " + version, () -> {
            now.set(now.get().plusSeconds(3));
            return seen.all(StyledText.class).stream()
                    .anyMatch(text -> text.getText().contains(version));
        });
    }

    private void select(String name, ObjectsPart made) {
        made.open(new Relative(FakeTables.PODS, "team-a", name, "uid-" + name, 0, true));
        until("web-10");
    }

    /** A key acts on what is selected in the fleet: it must be what is marked here, and nothing that was selected before. */
    @Test
    void whatARowStandsForInTheFleetIsSelectedWithIt() {
        ObjectsPart made = open();
        Cluster lab = seen.stage.fleet.fleet().getClusters().getFirst();
        Task task = lab.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .findFirst()
                .orElseThrow();
        task.setUid("uid-web-2");
        until("web-2");
        seen.stage.selection.set(this, List.of(lab.getNodes().getFirst()));
        select("web-2", made);
        seen.until("the task is selected", () -> seen.stage.selection.get().equals(List.of(task)));
        made.open(new Relative(FakeTables.DEPLOYMENTS, "team-a", "web", "uid-web", 0, true));
        seen.until(
                "what the fleet does not have leaves its cluster",
                () -> seen.stage.selection.get().equals(List.of(lab)));
    }

    @Test
    void ofASecretOnlyTheNameIsAskedFor() {
        ObjectsPart made = open();
        until("web-10");
        made.open(new Relative(FakeTables.SECRETS, "team-a", "door", "uid-door", 0, true));
        until("door");
        seen.until("it says why", () -> seen.words().contains("The content of a Secret is read only when you ask."));
        assertFalse(seen.tool("Hidden Values").orElseThrow().isEnabled(), "there is nothing yet that it could show");
        assertFalse(
                seen.stage.connections.asked.toString().contains("secrets"), seen.stage.connections.asked::toString);
        assertEquals(
                Optional.of("Show Content\u2026"),
                made.written().map(Entry::words),
                "what e does: it cannot be edited");
        seen.press("Show Content\u2026");
        seen.until("it is asked for", () -> seen.dialogs.shown.toString().contains("Content of Secret door"));
        made.open(new Relative(FakeTables.PODS, "team-a", "web-10", "uid-web-10", 0, true));
        seen.until("it is selected", () -> made.written().map(Entry::words).equals(Optional.of("Edit YAML\u2026")));
        assertTrue(
                seen.all(Button.class).stream()
                        .allMatch(button -> button.getText().isEmpty()),
                "no button for what is no Secret");
    }

    @Test
    void thatThereAreNoneIsSaidAndTheFirstRowsThatComeAreReadable() {
        tables.rows.put("secrets", List.of());
        open();
        until("web-10");
        choose(0, "secrets");
        seen.until("it is said", () -> seen.words().contains("There are no secrets."));
        choose(1, "team-a");
        seen.until("with the namespace", () -> seen.words().contains("There are no secrets in team-a."));
        String name = "a-name-as-long-as-they-are-in-the-wild";
        tables.rows.put("secrets", List.of(FakeTables.row("team-a", name, "Opaque", "1", "5d")));
        later(name);
        NatTable table = seen.all(NatTable.class).stream()
                .filter(NatTable::isVisible)
                .findFirst()
                .orElseThrow();
        assertTrue(table.getColumnWidthByPosition(0) > 7 * name.length(), "the column is as wide as its name");
    }

    @Test
    void allNamespacesAreKeptForTheNextStartWithoutTheWordsForThem() {
        ObjectsPart made = open();
        until("web-10");
        choose(1, "team-a");
        made.keep();
        assertEquals("team-a", part.getPersistedState().get("namespace"));
        choose(1, "all namespaces");
        made.keep();
        assertEquals("", part.getPersistedState().get("namespace"));
    }

    /** A pod is a task: what its menu says of logs, shells, ports and files is what that of the task says, whether it runs or not. */
    @Test
    void thePodsMenuSaysOfItsContainersWhatTheMenuOfItsTaskSays() {
        Cluster lab = seen.lab();
        ObjectSource pods = new ObjectSource(ClusterId.of(lab), tables, null, FakeTables.PODS, "", false);
        List<Task> tasks =
                lab.getJobs().stream().flatMap(job -> job.getTasks().stream()).toList();
        assertTrue(tasks.stream().anyMatch(task -> task.getPhase() == TaskPhase.RUNNING));
        assertTrue(tasks.stream().anyMatch(task -> task.getPhase() != TaskPhase.RUNNING));
        for (Task task : tasks) {
            Row row = new Row(task.getNamespace(), task.getName(), task.getUid(), List.of(task.getName()));
            assertEquals(
                    told(seen.stage.menu.entries(List.of(task))),
                    told(menu().entries(Optional.of(pods), List.of(row))));
        }
        Row unread = FakeTables.row("team-a", "web-10", "Running", "2", "3d4h");
        assertEquals(
                List.of(
                        "Logs  (the fleet does not have it yet)",
                        "Shell  (the fleet does not have it yet)",
                        "Forward Port\u2026",
                        "Copy Files\u2026"),
                told(menu().entries(Optional.of(pods), List.of(unread))));
    }

    private static List<String> told(List<List<Entry>> menu) {
        return menu.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.words().matches("Logs|Shell|Forward Port\u2026|Copy Files\u2026"))
                .map(Menus::words)
                .toList();
    }

    @Test
    void eventsOfTheWholeClusterAreNewestFirst() {
        open();
        until("web-10");
        seen.pressTool("Events");
        until("[team-b, e2, 8s, Normal, Pulled, team-a, e1, 5m, Warning, BackOff]");
    }

    @Test
    void whatAnObjectIsCalledCannotHideAnything() {
        tables.rows.put("pods", List.of(FakeTables.row("team-a", "we\u202eb\nx", "Run\u0007ning", "0", "1s")));
        open();
        until("Running");
        seen.cells().forEach(cell -> assertFalse(cell.contains("\u202e") || cell.contains("\u0007"), cell));
    }
}
