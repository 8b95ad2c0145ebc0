// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Node;
import podium.ui.fake.Controls;
import podium.ui.fake.CutOff;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakeLogin;
import podium.ui.fake.FakeShells;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.fleet.FleetLine;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.flow.ShellFlow;
import podium.ui.prompt.LastAnswers;
import podium.ui.toolkit.Palette.Name;

class FleetPartTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    private FleetPart fleet() {
        FleetPart fleet = stage.part(FleetPart.class, seen.shell);
        seen.show();
        return fleet;
    }

    @Test
    void fleetShowsWhatIsWrongWithAConnectionAndTakesConsent() {
        Cluster asking = stage.made.cluster("prod", 0);
        asking.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        stage.connections.open("prod", Optional.of("run: aws eks get-token"));
        fleet();
        assertTrue(seen.words().contains("asks for your consent"));
        assertTrue(seen.words().contains("run: aws eks get-token"));
        FakeDialogs dialogs = (FakeDialogs) stage.dialogs;
        dialogs.confirms = true;
        seen.press("Review…");
        assertEquals(List.of("consent run: aws eks get-token"), dialogs.shown);
        assertEquals(List.of("agree prod"), stage.connections.asked);
    }

    /** Where the pointer rested the whole text came once more, over Retry and Close Cluster. */
    @Test
    void aNoteThatIsReadWholeHasNoTipOverItsButtons() {
        Cluster refused = stage.made.cluster("west", 1);
        refused.setConnection(ConnectionState.REFUSED);
        refused.setConnectionMessage("User ana cannot list nodes.");
        stage.connections.open("west", Optional.empty());
        fleet();
        seen.settle();
        ScrolledComposite roll = seen.all(ScrolledComposite.class).getFirst();
        assertTrue(
                Controls.all(roll, Label.class).stream()
                        .allMatch(label -> label.getToolTipText() == null
                                || label.getToolTipText().isEmpty()),
                "nothing is cut");
        assertTrue(Controls.all(roll, Label.class).stream()
                .anyMatch(label -> label.getText().contains("west")));
    }

    @Test
    void theButtonsOfANoteAreSeenHoweverLongItsNamesAre() {
        String name = "x".repeat(250);
        Cluster refused = stage.made.cluster(name, 1);
        refused.setConnection(ConnectionState.REFUSED);
        refused.setConnectionMessage(("User " + name + " cannot list nodes. ").repeat(4));
        refused.setConnectionAdvice("Ask " + name + " for the role view.");
        stage.connections.open(name, Optional.empty());
        seen.shell.setSize(320, 640);
        fleet();
        seen.settle();
        ScrolledComposite roll = seen.all(ScrolledComposite.class).getFirst();
        assertEquals(2, Controls.all(roll, Button.class).size());
        CutOff.none(roll);
        assertTrue(
                Controls.all(roll, Label.class).stream()
                        .anyMatch(label -> refused.getConnectionMessage().equals(label.getToolTipText())),
                "the rest is in the tip");
    }

    @Test
    void whereNothingIsOpenButtonsOpenWhatTheMenuOpensAndWhatWasOpenBefore() {
        ClusterTarget prod = new ClusterTarget(new ClusterId("prod"), Path.of("/etc/kube/prod.yaml"), "prod", false);
        stage.recent.add(new KnownCluster(prod, FakeFleet.NOW, false));
        Path gone = Path.of("/tmp/podium-simulated-1/kubeconfig");
        ClusterTarget mixed = new ClusterTarget(new ClusterId("mixed"), gone, "mixed", true);
        stage.recent.add(new KnownCluster(mixed, FakeFleet.NOW, false));
        FleetPart fleet = fleet();
        List<String> commands = new ArrayList<>();
        fleet.offer(commands::add);
        assertEquals(List.of(), seen.all(Button.class), "they stand on the canvas, once");
        stage.services.opening().offer(new Composite(seen.shell, SWT.NONE));
        seen.press("Open Kubeconfig\u2026");
        seen.press("Open Simulated Fleet\u2026");
        assertEquals(List.of("podium.command.openKubeconfig", "podium.command.openSimulated"), commands);
        String before = "prod";
        seen.until("what was open before is there", () -> seen.all(Button.class).stream()
                .anyMatch(button -> button.getText().equals(before)));
        assertEquals(
                List.of("/etc/kube/prod.yaml", "a simulated fleet, made anew"),
                seen.all(Button.class).stream()
                        .filter(button -> button.getData() instanceof KnownCluster)
                        .map(Button::getToolTipText)
                        .toList(),
                "the file of a simulated one went with its process");
        seen.press(before);
        seen.until("it is opened again", () -> stage.connections.asked.contains("open prod"));
    }

    @Test
    void aLoginThatIsOverIsRenewedByOneClick() {
        Cluster over = stage.made.cluster("prod", 1);
        over.setConnection(ConnectionState.REFUSED);
        over.setConnectionMessage(LoginText.OVER);
        stage.connections.open("prod", Optional.empty());
        fleet();
        seen.press("Log In Again");
        assertEquals(List.of("reconnect prod"), stage.connections.asked);
    }

    @Test
    void whatAsksOnATerminalIsAnsweredOrGivenUpAndNotTriedTwice() {
        Cluster asking = stage.made.cluster("prod", 0);
        asking.setConnection(ConnectionState.CONNECTING);
        asking.setConnectionMessage(LoginText.asks("/opt/bin/otp-login"));
        stage.connections.open("prod", Optional.empty());
        FakeLogin login = new FakeLogin();
        stage.connections.logins.put(new ClusterId("prod"), login);
        List<LoginSession> shown = new ArrayList<>();
        FleetPart fleet = fleet();
        fleet.answers(new ShellFlow(null, new FakeShells(), stage.dialogs, new LastAnswers()) {
            @Override
            public void login(Cluster cluster, LoginSession session) {
                shown.add(session);
            }
        });
        assertTrue(seen.words().contains("/opt/bin/otp-login asks you for something"), seen::words);
        assertTrue(seen.all(Button.class).stream()
                .noneMatch(button -> button.getText().equals("Retry")));
        seen.press("Answer\u2026");
        assertEquals(List.of(login), shown);
        seen.press("Cancel Login");
        assertTrue(login.closed);
    }

    @Test
    void aColourAndAMarkOfProductionStandInTheTree() {
        Cluster cluster = seen.lab();
        cluster.setProduction(true);
        cluster.setColor("RED");
        FleetLine line =
                new FleetTreeModel().rows(stage.fleet.fleet()).all().getFirst().item();
        assertEquals("lab, production", line.name());
        assertEquals(Name.MARK_RED, line.mark().tone());
    }

    @Test
    void fleetOffersToRetryAndTheNoteGoesWhenItIsLive() {
        Cluster broken = stage.made.cluster("prod", 1);
        broken.setConnection(ConnectionState.REFUSED);
        broken.setConnectionMessage("the certificate expired");
        broken.setConnectionAdvice("renew it");
        stage.connections.open("prod", Optional.empty());
        fleet();
        assertTrue(seen.words().contains("the certificate expired"));
        assertTrue(seen.words().contains("renew it"));
        seen.press("Retry");
        assertEquals(List.of("reconnect prod"), stage.connections.asked);
        broken.setConnection(ConnectionState.LIVE);
        stage.fleet.tell(broken);
        seen.until("the note is gone", () -> !seen.words().contains("the certificate expired"));
    }

    @Test
    void whoMayNotSeeAClusterIsOfferedTheWayBackToOneself() {
        Cluster refused = stage.made.cluster("prod", 1);
        refused.setConnection(ConnectionState.REFUSED);
        refused.setConnectionMessage("alice may not list nodes");
        stage.connections.open("prod", Optional.empty());
        stage.connections.as.put(new ClusterId("prod"), new ImpersonatedUser("alice", List.of()));
        fleet();
        stage.shellService.runs(new ClusterId("prod"), "a", "main");
        seen.press("As Myself");
        assertEquals(
                List.of("close What ends with As Myself in prod: [shell in pod team/a, container main ends]"),
                seen.dialogs.shown);
        seen.dialogs.confirms = true;
        seen.press("As Myself");
        seen.until(
                "it is opened as the kubeconfig says",
                () -> stage.connections.asked.equals(List.of("close prod", "open prod")));
    }

    @Test
    void aClusterThatIsOpenTwiceSaysSoOnBoth() {
        for (String name : List.of("prod", "prod-admin")) {
            stage.made.cluster(name, 1);
            stage.connections.open(name, Optional.empty());
            stage.connections.uids.put(new ClusterId(name), "uid-of-kube-system");
        }
        fleet();
        assertTrue(seen.words().contains("prod: the same cluster as prod-admin"), seen::words);
        assertTrue(seen.words().contains("prod-admin: the same cluster as prod"), seen::words);
        assertFalse(seen.words().contains("the same cluster as prod,"), "its connection is older");
    }

    @Test
    void whyAClusterIsOpenAnewStandsThereUntilItIsDismissed() {
        Cluster reopened = stage.made.cluster("prod", 1);
        stage.connections.turnovers.put(
                new ClusterId("prod"),
                new IdentityChange(IdentityChange.Of.CLUSTER, "another one answers", FakeFleet.NOW));
        fleet();
        reopened.setConnectionSince(FakeFleet.NOW);
        stage.fleet.tell(reopened);
        seen.settle();
        assertTrue(seen.words().contains("prod: another cluster answers here"), seen::words);
        assertTrue(seen.words().contains("another one answers"), seen::words);
        seen.press("Dismiss");
        assertFalse(seen.words().contains("another cluster answers here"), seen::words);
        assertEquals(Optional.empty(), stage.connections.turnover(new ClusterId("prod")));
    }

    @Test
    void fleetRevealsWhatIsSelectedElsewhere() {
        Cluster cluster = stage.made.cluster("large", 400);
        fleet();
        Node node = cluster.getNodes().get(300);
        assertFalse(seen.cells().contains(node.getName()), "it is far below what can be seen");
        stage.selection.set("elsewhere", List.of(node.getAccelerators().get(2)));
        seen.settle();
        assertTrue(seen.cells().contains(node.getName()), () -> seen.cells().toString());
    }

    @Test
    void withoutAClusterItIsSaidWhatToDo() {
        fleet();
        assertTrue(seen.words().contains("No cluster is open."));
        stage.made.cluster("lab", 1);
        stage.fleet.tell(stage.made.fleet().getClusters().getFirst());
        seen.until("it is shown", () -> !seen.words().contains("No cluster is open."));
    }

    @Test
    void whatIsFoundIsMarkedAlsoWhereItsRackIsFolded() {
        Cluster cluster = stage.made.cluster("lab", 8);
        fleet();
        NatTable table = seen.all(NatTable.class).getFirst();
        assertFalse(marked(table));
        stage.finder.type(
                stage.made.fleet(), "node:" + cluster.getNodes().getFirst().getName());
        seen.until("it is marked", () -> marked(table));
        stage.finder.type(stage.made.fleet(), "");
        seen.until("nothing is", () -> !marked(table));
    }

    /** Whether a row has the ground of what is found. */
    private boolean marked(NatTable table) {
        Image image = new Image(table.getDisplay(), 200, 400);
        GC gc = new GC(image);
        table.print(gc);
        gc.dispose();
        RGB tint = stage.services.theme().palette().tint(Name.FOUND).getRGB();
        ImageData data = image.getImageData();
        image.dispose();
        for (int y = 0; y < data.height; y++) {
            if (data.palette.getRGB(data.getPixel(2, y)).equals(tint)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void howLongSomethingIsWrongGoesOn() {
        Cluster broken = stage.made.cluster("prod", 0);
        broken.setConnection(ConnectionState.FAILED);
        broken.setConnectionMessage("nothing answers");
        broken.setConnectionSince(FakeFleet.NOW.minusSeconds(5));
        fleet();
        assertTrue(seen.words().replace('\u2009', ' ').contains("for 5 s"), seen::words);
        broken.setConnectionSince(FakeFleet.NOW.minusSeconds(9));
        seen.until(
                "the seconds go on", () -> seen.words().replace('\u2009', ' ').contains("for 9 s"));
    }

    @Test
    void whatIsBeingOpenedIsNamedUntilItIsThere() {
        fleet();
        Runnable over = stage.services.opening().begin("scale 5000");
        seen.until("it is named", () -> seen.words().contains("Opening scale 5000"));
        assertFalse(seen.words().contains("No cluster is open."));
        stage.services.opening().progress("scale 5000", "2 of 3 nodes");
        stage.services.opening().tick();
        seen.until("how far it is", () -> seen.words().contains("2 of 3 nodes"));
        over.run();
        seen.until("nothing opens", () -> seen.words().contains("No cluster is open."));
    }

    @Test
    void typingShowsTheNodesThatPassAndWhereTheyAre() {
        Cluster cluster = stage.made.cluster("large", 400);
        Node far = cluster.getNodes().get(300);
        fleet();
        Text filter = seen.all(Text.class).getFirst();
        filter.setText("node:" + far.getName());
        seen.until("it is found", () -> seen.cells().contains(far.getName()));
        assertTrue(seen.cells().contains(far.getDomain().getName()), "its rack is shown with it");
        assertFalse(seen.cells().contains(cluster.getNodes().getFirst().getName()));
        filter.setText("");
        seen.until("all are back", () -> seen.cells().contains("a2"));
    }

    @Test
    void whatWasClosedGoesAtOnceThoughThePointerIsOverTheTree() {
        Cluster closed = stage.made.cluster("night", 2);
        stage.made.cluster("lab", 8);
        fleet();
        NatTable table = seen.all(NatTable.class).getFirst();
        var first = table.getBoundsByPosition(0, 1);
        Screen.click(table, first.x + first.width - 4, first.y + 5, SWT.NONE);
        Event moved = new Event();
        moved.x = first.x + 20;
        moved.y = first.y + 5;
        table.notifyListeners(SWT.MouseMove, moved);
        assertTrue(seen.cells().contains("night"));
        stage.made.fleet().getClusters().remove(closed);
        stage.fleet.tell(closed);
        assertFalse(seen.cells().contains("night"), () -> String.valueOf(seen.cells()));
    }

    @Test
    void whatIsClickedInTheTreeIsSelectedEverywhere() {
        stage.made.cluster("lab", 8);
        fleet();
        NatTable table = seen.all(NatTable.class).getFirst();
        var first = table.getBoundsByPosition(0, 1);
        Screen.click(table, first.x + first.width - 4, first.y + 5, SWT.NONE);
        seen.settle();
        assertEquals(List.copyOf(stage.made.fleet().getClusters()), stage.selection.get());
    }
}
