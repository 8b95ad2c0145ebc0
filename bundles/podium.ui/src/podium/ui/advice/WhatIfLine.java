// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.job.LostGpuHours;
import podium.placement.whatif.WhatIfResult;
import podium.ui.label.FleetLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/**
 * A line of the answer to a what-if question.
 *
 * @param answer in a word: fits, starts, waits
 * @param what whom it is about
 * @param lost GPU-hours; null: none are meant; empty: unknown, since what started at an unknown time has lost an unknown amount
 * @param words where, or why not
 * @param thing what it is about, to be selected; empty: it exists only in the question
 */
record WhatIfLine(
        StateIcon mark,
        String answer,
        String what,
        @Nullable OptionalDouble lost,
        String words,
        Optional<EObject> thing) {
    private static final StateIcon YES = new StateIcon(Icon.FITS, Name.GOOD);
    private static final StateIcon NO = new StateIcon(Icon.DOES_NOT_FIT, Name.CRITICAL);
    private static final StateIcon PARTLY = new StateIcon(Icon.FITS_IF, Name.WARNING);
    private static final StateIcon SAME = new StateIcon(Icon.WAITING, Name.WAITING);
    private static final StateIcon SUM = new StateIcon(Icon.INFO, Name.MUTED);

    static List<Column<WhatIfLine, ?>> columns() {
        return List.of(
                Column.<WhatIfLine>text("answer", Texts.of("WhatIfLine.answer"), 175, Form.SENTENCE, WhatIfLine::answer)
                        .marked(line -> Optional.of(line.mark())),
                Column.text("what", Texts.of("WhatIfLine.what"), 150, Form.NAME, WhatIfLine::what),
                SlotColumns.lost(WhatIfLine::lost),
                Column.text("words", Texts.of("WhatIfLine.whereOrWhyNot"), 260, Form.SENTENCE, WhatIfLine::words));
    }

    /** The sums, then the answer from its most telling line on: supposed jobs, what loses its place, what waits. */
    static Rows<WhatIfLine> rows(WhatIfResult outlook) {
        List<WhatIfLine> lines = new ArrayList<>();
        lines.addAll(sums(outlook));
        outlook.submitted().forEach(it -> lines.add(submitted(it)));
        outlook.displaced().forEach(it -> lines.add(displaced(it)));
        outlook.waiting().forEach(it -> lines.add(waiting(it)));
        List<Row<WhatIfLine>> rows = new ArrayList<>();
        Map<String, Integer> alike = new HashMap<>();
        lines.forEach(line -> rows.add(new Row<>(line.what() + "/" + alike.merge(line.what(), 1, Integer::sum), line)));
        return new Rows<>(rows);
    }

    private static WhatIfLine submitted(WhatIfResult.Submitted it) {
        String what = Texts.of("WhatIfLine.xGpus", it.job().tasks(), it.job().gpus());
        return new WhatIfLine(
                it.fits() ? YES : NO,
                it.fits() ? Texts.of("WhatIfLine.fits") : Texts.of("WhatIfLine.doesNotFit"),
                what,
                null,
                it.words(),
                Optional.empty());
    }

    private static WhatIfLine displaced(WhatIfResult.Displaced it) {
        boolean all = it.placed() == it.tasks();
        String answer = all
                ? Texts.of("WhatIfLine.restartsElsewhere")
                : it.placed() == 0 ? Texts.of("WhatIfLine.losesItsPlace") : Texts.of("WhatIfLine.partlyRestarts");
        return new WhatIfLine(
                all ? PARTLY : NO,
                answer,
                FleetLabels.name(it.job()),
                it.gpuHours(),
                Texts.of("WhatIfLine.tasksWhere", Formats.counted(it.tasks(), "task"), it.words()),
                Optional.of(it.job()));
    }

    private static WhatIfLine waiting(WhatIfResult.Waiting it) {
        String answer = it.changes()
                ? it.startsThen() ? Texts.of("WhatIfLine.wouldStart") : Texts.of("WhatIfLine.wouldWait")
                : it.startsThen() ? Texts.of("WhatIfLine.startsEitherWay") : Texts.of("WhatIfLine.waitsEitherWay");
        StateIcon mark = it.changes() ? it.startsThen() ? YES : NO : SAME;
        return new WhatIfLine(mark, answer, FleetLabels.name(it.job()), null, it.words(), Optional.of(it.job()));
    }

    /** What becomes of those whose nodes are gone, and, apart, of those that are evicted for them or for what is submitted. */
    private static List<WhatIfLine> jobs(List<WhatIfResult.Displaced> displaced) {
        List<WhatIfResult.Displaced> hit =
                displaced.stream().filter(it -> !it.preempted()).toList();
        List<WhatIfResult.Displaced> preempted =
                displaced.stream().filter(WhatIfResult.Displaced::preempted).toList();
        List<WhatIfLine> lines = new ArrayList<>();
        if (!hit.isEmpty()) {
            String jobs = Formats.counted(hit.size(), "job");
            lines.add(jobs(
                    Texts.of("WhatIfLine.displacedJobs"),
                    hit.size() == 1
                            ? Texts.of("WhatIfLine.losesItsNodes", jobs)
                            : Texts.of("WhatIfLine.loseTheirNodes", jobs),
                    hit));
        }
        if (!preempted.isEmpty()) {
            lines.add(jobs(
                    Texts.of("WhatIfLine.preemptedJobs"),
                    hit.isEmpty()
                            ? Texts.of("WhatIfLine.wouldBePreempted", Formats.counted(preempted.size(), "job"))
                            : Texts.of(
                                    "WhatIfLine.moreWouldBePreempted", Formats.counted(preempted.size(), "more job")),
                    preempted));
        }
        return lines;
    }

    private static WhatIfLine jobs(String of, String what, List<WhatIfResult.Displaced> them) {
        long homeless = them.stream().filter(it -> it.placed() < it.tasks()).count();
        return sum(
                "",
                of,
                homeless == 0
                        ? Texts.of("WhatIfLine.allFitElsewhere", what)
                        : Texts.of("WhatIfLine.cannotPlaceAll", what, Formats.count((int) homeless)));
    }

    /** A line each: 64 GPUs down, 43 free now, 12 then; 9 jobs lose their nodes; 3 more are preempted for them; 5 064.4 GPU-hours. */
    private static List<WhatIfLine> sums(WhatIfResult outlook) {
        List<WhatIfLine> sums = new ArrayList<>();
        long gone = outlook.now().gpus() - outlook.then().gpus();
        String change = Formats.counted((int) Math.abs(gone), "GPU");
        String now = Formats.counted((int) outlook.now().free(), "GPU");
        String then = Formats.count((int) outlook.then().free());
        sums.add(sum(
                Texts.of("WhatIfLine.inAll"),
                Texts.of("WhatIfLine.gpus"),
                gone == 0
                        ? Texts.of("WhatIfLine.freeNowThen", now, then)
                        : gone > 0
                                ? Texts.of("WhatIfLine.downFreeNowThen", change, now, then)
                                : Texts.of("WhatIfLine.moreFreeNowThen", change, now, then)));
        free(outlook).ifPresent(sums::add);
        if (!outlook.displaced().isEmpty()) {
            sums.addAll(jobs(outlook.displaced()));
            OptionalDouble lost =
                    LostGpuHours.total(outlook.displaced().stream().map(WhatIfResult.Displaced::gpuHours));
            if (lost.isEmpty() || lost.getAsDouble() > 0) {
                sums.add(new WhatIfLine(
                        SUM,
                        "",
                        Texts.of("WhatIfLine.work"),
                        lost,
                        Texts.of("WhatIfLine.unlessACheckpointWas"),
                        Optional.empty()));
            }
        }
        return sums;
    }

    /** How what is free before becomes what is free after: more may be free where gangs end for good. */
    private static Optional<WhatIfLine> free(WhatIfResult outlook) {
        int freed = outlook.nodes().values().stream()
                .filter(it -> !it.down())
                .mapToInt(WhatIfResult.NodeChange::freed)
                .sum();
        int taken = outlook.nodes().values().stream()
                .mapToInt(WhatIfResult.NodeChange::taken)
                .sum();
        if (freed == 0) {
            return Optional.empty();
        }
        long now = outlook.now().free();
        long then = outlook.then().free();
        long other = then - (now + freed - taken);
        String before = Formats.count(now);
        String after = Formats.count(then);
        String back = Formats.count(freed);
        String starts = Formats.count(taken);
        String words = other == 0
                ? Texts.of("WhatIfLine.freeSum", before, back, starts, after)
                : other < 0
                        ? Texts.of("WhatIfLine.freeSumLess", before, Formats.count(-other), back, starts, after)
                        : Texts.of("WhatIfLine.freeSumMore", before, Formats.count(other), back, starts, after);
        return Optional.of(sum("", Texts.of("WhatIfLine.freeGpus"), words));
    }

    private static WhatIfLine sum(String answer, String of, String words) {
        return new WhatIfLine(SUM, answer, of, null, words, Optional.empty());
    }
}
