// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;

/**
 * P9: the Jobs part with 150,000 jobs: CPU time of the UI thread for a keystroke in its filter, a click on the head of a column and a
 * page of a scroll, painted; beside a virtual table of JFace with a filter of the same texts. {@code main([jobs rounds])}; needs a
 * display.
 */
public final class JobTableBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<JobState> STATES = List.of(
            JobState.RUNNING, JobState.RUNNING, JobState.RUNNING, JobState.WAITING, JobState.HELD, JobState.SUCCEEDED);
    private static final List<String> TYPED =
            List.of("t", "tr", "train", "train-1", "train-12", "train-12 7", "train-12 state:run", "nowhere", "");
    private static final List<String> KINDS = List.of("train", "serve", "eval", "notebook");

    private final PartScreen seen = new PartScreen();
    private final Display display = seen.shell.getDisplay();
    private final int rounds;

    private JobTableBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** Runs all measurements and prints them. */
    public static void main(String[] args) {
        int jobs = args.length > 0 ? Integer.parseInt(args[0]) : 150_000;
        JobTableBenchmark it = new JobTableBenchmark(args.length > 1 ? Integer.parseInt(args[1]) : 11);
        it.run(jobs);
        it.seen.shell.dispose();
        it.seen.close();
    }

    private void run(int count) {
        Cluster lab = seen.stage.made.cluster("lab", 8);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = KINDS.get(i % KINDS.size()) + "-" + i * 7919L % count;
            Job job = seen.stage.made.job(lab, name, "Job", STATES.get(i % STATES.size()), 1, i % 9);
            job.setCreated(job.getCreated().minusSeconds(i * 31L % 86_400));
            names.add(name + " job batch research " + job.getState().getName().toLowerCase(Locale.ROOT));
        }
        seen.stage.part(JobsPart.class, seen.shell, MBasicFactory.INSTANCE.createPart());
        seen.shell.setSize(1280, 800);
        seen.show();
        settle();
        System.out.printf(
                Locale.ROOT,
                "P9 %,d jobs, %d rows in sight%n",
                count,
                seen.all(NatTable.class).getFirst().getRowCount());
        double worst = keystrokes("keystroke", seen.all(Text.class).getFirst()::setText, TYPED);
        sorts();
        scrolls();
        double peer = peer(names);
        System.out.printf(
                Locale.ROOT,
                "P9 slowest keystroke %.1f ms (goal 16); JFace %.1f ms: %.2f x%n",
                worst,
                peer,
                worst / peer);
    }

    private interface Typing {
        void type(String text);
    }

    /** The median of the slowest text. */
    private double keystrokes(String what, Typing field, List<String> texts) {
        double slowest = 0;
        StringBuilder line = new StringBuilder();
        for (String text : texts) {
            double[] took = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                field.type("x" + text);
                settle();
                field.type(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
                settle();
                if (text.isEmpty()) {
                    field.type("t");
                    settle();
                }
                took[round] = millis(() -> field.type(text));
            }
            slowest = Math.max(slowest, median(took));
            line.append(String.format(Locale.ROOT, "  '%s' %.1f (%.1f)", text, median(took), worst(took)));
        }
        System.out.println("P9 " + what + ", ms of the UI thread, median and worst:" + line);
        return slowest;
    }

    private void sorts() {
        NatTable table = seen.all(NatTable.class).getFirst();
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < table.getColumnCount() - 1; column++) {
            Rectangle head = table.getBoundsByPosition(column, 0);
            String label = String.valueOf(table.getDataValueByPosition(column, 0));
            double[] took = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                took[round] = millis(() -> Screen.click(table, head.x + head.width / 2, head.y + 5, SWT.NONE));
            }
            line.append(String.format(Locale.ROOT, "  %s %.1f (%.1f)", label, median(took), worst(took)));
        }
        System.out.println("P9 sort, ms of the UI thread (goal 60):" + line);
    }

    private void scrolls() {
        NatTable table = seen.all(NatTable.class).getFirst();
        double[] took = new double[20 * rounds];
        for (int i = 0; i < took.length; i++) {
            int to = i * 997 % 100_000;
            took[i] = millis(() -> {
                table.getVerticalBar().setSelection(to);
                table.getVerticalBar().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
            });
        }
        System.out.printf(
                Locale.ROOT, "P9 a scroll to elsewhere, painted: %.2f ms, worst %.2f%n", median(took), worst(took));
    }

    private double peer(List<String> names) {
        String[] typed = {""};
        TableViewer viewer = new TableViewer(seen.shell, SWT.VIRTUAL | SWT.V_SCROLL | SWT.FULL_SELECTION);
        for (int i = 0; i < 3; i++) {
            TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
            column.getColumn().setWidth(200);
            column.setLabelProvider(new ColumnLabelProvider());
        }
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer of, Object parent, Object element) {
                return ((String) element).contains(typed[0]);
            }
        });
        seen.shell.setLayout(new FillLayout());
        seen.shell.layout(true, true);
        viewer.setInput(names);
        settle();
        double worst = keystrokes(
                "keystroke of JFace",
                text -> {
                    typed[0] = text;
                    viewer.refresh();
                },
                List.of("t", "train", "train-12", ""));
        viewer.setComparator(new ViewerComparator());
        System.out.printf(Locale.ROOT, "P9 sort of JFace: %.1f ms%n", millis(viewer::refresh));
        return worst;
    }

    private double millis(Runnable act) {
        settle();
        long start = THREADS.getCurrentThreadCpuTime();
        act.run();
        while (display.readAndDispatch()) {
            // painted
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private void settle() {
        while (display.readAndDispatch()) {
            // what was asked for before is not counted
        }
    }

    private static double median(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Without the first, which loads the code. */
    private static double worst(double[] millis) {
        return Arrays.stream(millis).skip(1).max().orElse(millis[0]);
    }
}
