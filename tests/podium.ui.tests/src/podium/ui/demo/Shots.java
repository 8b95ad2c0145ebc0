// SPDX-License-Identifier: Apache-2.0
package podium.ui.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.operation.plan.Checked;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.UiFixture;
import podium.ui.find.FindSession;
import podium.ui.flow.ContinuationFlow;
import podium.ui.part.FleetPart;
import podium.ui.part.JobsPart;
import podium.ui.part.OperationsPart;
import podium.ui.part.UtilizationPart;
import podium.ui.toolkit.StatusMessage;
import podium.ui.trim.CommandBar;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.StartupNotice;
import podium.ui.trim.StatusLine;

/**
 * Shows one part with a made fleet and writes a picture of it: {@code Shots PART NODES light|dark WIDTH HEIGHT FILE}.
 */
public final class Shots {
    private Shots() {}

    public static void main(String[] arguments) {
        Display display = new Display();
        boolean dark = arguments[2].equals("dark");
        preferDark(dark);
        UiFixture stage = new UiFixture(display, dark, services -> new ShellDialogs(display, services));
        int nodes = Integer.parseInt(arguments[1]);
        if (nodes > 0) {
            Cluster cluster = stage.made.cluster("ai-factory", nodes);
            stage.made.work(cluster);
        }
        Shell shell = new Shell(display, SWT.NO_TRIM);
        shell.setSize(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        show(arguments[0], shell, stage);
        shell.open();
        display.timerExec(1500, () -> {
            Shell[] shells = display.getShells();
            picture(shells[shells.length - 1], Path.of(arguments[5]));
            System.exit(0);
        });
        if (arguments.length > 6) {
            action(arguments[6], stage);
        }
        settle(display, 3000);
    }

    /** GTK's own widgets in the dark variant; SWT has no public way to ask for it in this version. */
    private static void preferDark(boolean dark) {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS")
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, dark);
        } catch (ReflectiveOperationException e) {
            System.err.println("no dark widgets on this platform: " + e.getMessage());
        }
    }

    private static void action(String action, UiFixture stage) {
        Cluster cluster = stage.made.fleet().getClusters().getFirst();
        if (action.startsWith("select")) {
            select(action.substring(6), cluster, stage);
            return;
        }
        EObject thing = action.equals("DRAIN") ? cluster.getNodes().getFirst() : waiting(cluster);
        if (action.equals("PLAN")) {
            stage.services.theme();
            new ShellDialogs(Display.getCurrent(), stage.services)
                    .review(FakePlacement.example((Job) thing), Checked::clean, () -> {});
        } else {
            stage.actions.run(FleetAction.valueOf(action), List.of(thing));
        }
    }

    private static void select(String what, Cluster cluster, UiFixture stage) {
        Node node = cluster.getNodes().getFirst();
        EObject thing =
                switch (what) {
                    case "Node" -> node;
                    case "Gpu" -> node.getAccelerators().get(2);
                    case "Job" -> waiting(cluster);
                    default -> cluster;
                };
        stage.selection.set(stage, List.of(thing));
    }

    private static Job waiting(Cluster cluster) {
        return cluster.getJobs().stream()
                .filter(job -> job.getState() == JobState.WAITING)
                .findFirst()
                .orElseThrow();
    }

    private static void show(String part, Shell shell, UiFixture stage) {
        switch (part) {
            case "jobs" -> stage.part(JobsPart.class, shell);
            case "fleet" -> stage.part(FleetPart.class, shell);
            case "troubled" -> {
                Cluster broken = stage.made.cluster("prod-eu", 0);
                broken.setConnection(ConnectionState.REFUSED);
                broken.setConnectionMessage("The certificate of 127.0.0.1:6443 expired on 2026-02-28.");
                broken.setConnectionAdvice("Renew the certificate of the API server, then retry.");
                Cluster asking = stage.made.cluster("prod-us", 0);
                asking.setConnection(ConnectionState.WAITING_FOR_CONSENT);
                stage.connections.open(
                        "prod-us",
                        Optional.of("To log in, the kubeconfig wants to run: aws eks get-token --cluster us"));
                stage.part(FleetPart.class, shell);
            }
            case "details" -> stage.details(shell);
            case "utilization" ->
                new UtilizationPart(shell, stage.fleet, stage.selection, stage.telemetry, stage.past, stage.services);
            case "operations" -> {
                Examples.operations(stage);
                new OperationsPart(
                        shell,
                        stage.operations,
                        file -> List.of(),
                        stage.undo,
                        new ContinuationFlow(
                                stage.operations,
                                new FakeDialogs(),
                                stage.services.background(),
                                stage.fleet,
                                stage.drains),
                        new FakeDialogs(),
                        stage.services);
            }
            case "bar" -> {
                shell.setLayout(new FillLayout());
                new CommandBar(
                                stage.fleet,
                                stage.selection,
                                stage.operations,
                                stage.actions,
                                stage.locks,
                                stage.rules,
                                stage.clusters,
                                stage.services,
                                new FindSession(),
                                new CommandBarSlot())
                        .create(shell);
            }
            case "status" -> {
                shell.setLayout(new FillLayout());
                new StatusLine(
                                stage.fleet,
                                stage.selection,
                                stage.operations,
                                new StatusMessage(stage.services.clock()),
                                stage.services,
                                StartupNotice.NONE)
                        .create(shell);
            }
            default -> throw new IllegalArgumentException("no part " + part);
        }
    }

    private static void settle(Display display, int millis) {
        boolean[] over = {false};
        display.timerExec(millis, () -> over[0] = true);
        while (!over[0]) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void picture(Shell shell, Path file) {
        Image image = new Image(shell.getDisplay(), shell.getSize().x, shell.getSize().y);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }
}
