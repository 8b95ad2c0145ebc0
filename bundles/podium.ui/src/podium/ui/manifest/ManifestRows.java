// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.List;
import java.util.Optional;
import podium.operation.submit.Manifest;
import podium.placement.Subject;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Formats;

/** What is in a manifest and where it would fit, judged anew bit by bit while it is looked at. In the realm. */
final class ManifestRows {
    static final ManifestRows NONE = new ManifestRows();

    /** How long one look may take, and how much longer the pause after it is. */
    private static final long LOOK_NANOS = 10_000_000;

    private static final int PAUSE = 20;

    private final Optional<ManifestFit> fit;
    private final Manifest manifest;
    private final List<ManifestLine> lines;
    private Optional<Subject> all;
    private Optional<String> unfit = Optional.empty();
    private Optional<String> shortage = Optional.empty();
    private int next;
    private long rested = System.nanoTime();

    private ManifestRows() {
        fit = Optional.empty();
        manifest = Manifest.EMPTY;
        lines = List.of();
        all = Optional.empty();
    }

    ManifestRows(ManifestFit fit, Manifest manifest) {
        this.fit = Optional.of(fit);
        this.manifest = manifest;
        this.lines = fit.rows(manifest);
        this.all = manifest.jobs().size() == 1
                ? lines.stream().flatMap(line -> line.subject().stream()).findFirst()
                : fit.submit().supposed(fit.cluster(), manifest);
        whole(fit);
    }

    private void whole(ManifestFit now) {
        boolean several = manifest.jobs().size() > 1;
        unfit = all.flatMap(jobs -> now.unfit(jobs, several));
        shortage = all.filter(jobs -> several).flatMap(now.submit()::shortage);
    }

    List<ManifestLine> lines() {
        return List.copyOf(lines);
    }

    /** All jobs as one; empty: there is none. */
    Optional<Subject> all() {
        return all;
    }

    /** Why the chosen place does not take all of it; empty: it does, or none is chosen. */
    Optional<String> unfit() {
        return unfit;
    }

    /** That its jobs do not all find room at the same time; empty: they do. */
    Optional<String> shortage() {
        return shortage;
    }

    /** All of it in a line: "3 objects; 1 job, 8 tasks, 64 GPUs". */
    String summary() {
        int gpus = lines.stream().mapToInt(ManifestLine::gpus).sum();
        int tasks = lines.stream().mapToInt(ManifestLine::tasks).sum();
        String flaws = Formats.counted(manifest.flaws().size(), "error");
        if (manifest.items().isEmpty() && !manifest.flaws().isEmpty()) {
            return flaws + "."; // of what is not read yet nothing is counted
        }
        String errors = manifest.flaws().isEmpty() ? "" : "; " + flaws;
        return Formats.counted(manifest.items().size(), "object") + "; "
                + Formats.counted(manifest.jobs().size(), "job") + ", " + Formats.counted(tasks, "task") + ", "
                + Formats.counted(gpus, "GPU") + errors
                + shortage.map(why -> "; " + why).orElse("");
    }

    /** Judges some of it again: the cluster is another one than before. True: something is said differently now. */
    boolean look() {
        long begun = System.nanoTime();
        if (fit.isEmpty() || begun < rested) {
            return false;
        }
        if (FleetLabels.gone(List.of(fit.get().cluster())).isPresent()) {
            return clear();
        }
        boolean changed = false;
        for (int looked = 0; looked <= lines.size() && System.nanoTime() - begun < LOOK_NANOS; looked++) {
            changed |= lookAt(fit.get(), next);
            next = (next + 1) % (lines.size() + 1);
        }
        rested = System.nanoTime() + PAUSE * (System.nanoTime() - begun);
        return changed;
    }

    /** It fits nowhere in a cluster that was closed. */
    private boolean clear() {
        boolean any = !lines.isEmpty();
        lines.clear();
        all = Optional.empty();
        shortage = Optional.empty();
        return any;
    }

    private boolean lookAt(ManifestFit now, int row) {
        if (row < lines.size()) {
            ManifestLine line = now.now(lines.get(row));
            return !line.equals(lines.set(row, line));
        }
        List<Optional<String>> before = List.of(unfit, shortage);
        whole(now);
        return !before.equals(List.of(unfit, shortage));
    }
}
