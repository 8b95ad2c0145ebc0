// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PendingOpens;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.FrameProbe;
import podium.ui.topology.internal.paint.TopologyCanvas;
import podium.ui.topology.internal.testing.FakeFleet;
import podium.ui.topology.internal.testing.Fleets;

/**
 * P7: CPU time of the UI thread for one topology frame with 65,536 GPUs, against a canvas that repaints all of them. A frame is what
 * the change costs in the realm, bringing the kept picture up to date, and copying what changed with its overlay to
 * the screen's place. {@code main([nodes gpusEach width height])}; needs a display.
 */
public final class FrameBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FRAMES = 600;
    private static final int WARM_UP = 120;

    private final Fleets fleets;
    private final Cluster cluster;
    private final TopologyModel model;
    private final FrameProbe probe;
    private final Palette palette = new Palette(true);
    private final Image screen;
    private final Random random = new Random(5);
    private final Job churn;

    private FrameBenchmark(Shell shell, int nodes, int gpusEach, int width, int height) {
        fleets = Fleets.large(nodes, gpusEach);
        cluster = fleets.fleet().getClusters().getFirst();
        churn = fleets.job(cluster, "churn", JobState.RUNNING, 1, 1);
        model = new TopologyModel(fleets.fleet());
        shell.setLayout(new FillLayout());
        shell.setSize(width, height);
        Clock clock = Clock.fixed(Fleets.NOW, ZoneOffset.UTC);
        TopologyCanvas canvas =
                new TopologyCanvas(shell, model, new Highlights(), palette, clock, new PendingOpens(clock));
        shell.open();
        model.resize(width, height);
        probe = new FrameProbe(canvas);
        screen = new Image(shell.getDisplay(), width, height);
        probe.finish();
    }

    /** Runs all measurements and prints them. */
    public static void main(String[] args) {
        int nodes = args.length > 0 ? Integer.parseInt(args[0]) : 8192;
        int gpus = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        int width = args.length > 2 ? Integer.parseInt(args[2]) : 1280;
        int height = args.length > 3 ? Integer.parseInt(args[3]) : 800;
        Display display = new Display();
        FrameBenchmark it = new FrameBenchmark(new Shell(display, SWT.NO_TRIM), nodes, gpus, width, height);
        System.out.printf(
                Locale.ROOT,
                "P7 %,d GPUs on %,d nodes, %d x %d%n",
                it.model.scene().cells().size(),
                nodes,
                width,
                height);
        Viewport fit = it.model.view();
        double[] all = it.repaintAll();
        it.report("repaint all, everything in view", all, all);
        it.report("83 cells change, everything in view", it.changing(fit, 83), all);
        Viewport open = fit.zoom(width / 2, height / 2, 2.2);
        it.report("83 cells change, cells open (zoom 2.2)", it.changing(open, 83), all);
        it.report("pan, 83 cells change (zoom 2.2)", it.panning(open, 83), all);
        it.report("zoom in and out, 83 cells change", it.zooming(fit, 83), all);
        it.screen.dispose();
        display.dispose();
    }

    private double[] repaintAll() {
        RepaintAll plain = new RepaintAll(model, palette);
        return measure(frame -> {
            GC gc = new GC(screen);
            plain.paint(gc);
            gc.dispose();
        });
    }

    private double[] changing(Viewport view, int cells) {
        model.show(view);
        probe.finish();
        return measure(frame -> {
            change(cells);
            probe.frame(screen, false);
        });
    }

    private double[] panning(Viewport view, int cells) {
        model.show(view);
        probe.finish();
        return measure(frame -> {
            change(cells);
            int step = frame / 40 % 2 == 0 ? 9 : -9;
            model.show(model.view().pan(step, step / 2));
            probe.frame(screen, true);
        });
    }

    private double[] zooming(Viewport view, int cells) {
        model.show(view);
        probe.finish();
        return measure(frame -> {
            change(cells);
            model.show(model.view().zoom(300, 300, frame / 20 % 2 == 0 ? 1.06 : 1 / 1.06));
            probe.frame(screen, true);
        });
    }

    /** Lets a task take or leave each of some devices, as an applied slice of changes would. */
    private void change(int cells) {
        Set<Node> nodes = new LinkedHashSet<>();
        List<Task> moved = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            Node node = cluster.getNodes().get(random.nextInt(cluster.getNodes().size()));
            Accelerator gpu = node.getAccelerators()
                    .get(random.nextInt(node.getAccelerators().size()));
            if (gpu.getTasks().isEmpty()) {
                moved.add(fleets.run(churn, gpu));
            } else {
                Task task = gpu.getTasks().getFirst();
                task.getAccelerators().clear();
                task.setNode(null);
                task.setJob(null);
            }
            nodes.add(node);
        }
        model.refresh(FakeFleet.delta(nodes, Set.of(), Set.copyOf(moved), false));
    }

    private interface Frame {
        void run(int number);
    }

    private static double[] measure(Frame frame) {
        for (int i = 0; i < WARM_UP; i++) {
            frame.run(i);
        }
        double[] millis = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            frame.run(i);
            millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }

    private void report(String what, double[] millis, double[] all) {
        double p99 = millis[FRAMES * 99 / 100];
        System.out.printf(
                Locale.ROOT,
                "  %-42s median %6.2f  p99 %6.2f  worst %6.2f ms   %.3f of repaint all (medians), %.3f (p99)%n",
                what,
                millis[FRAMES / 2],
                p99,
                millis[FRAMES - 1],
                millis[FRAMES / 2] / all[FRAMES / 2],
                p99 / all[FRAMES * 99 / 100]);
    }
}
