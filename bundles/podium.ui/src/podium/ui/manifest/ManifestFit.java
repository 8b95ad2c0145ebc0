// SPDX-License-Identifier: Apache-2.0
package podium.ui.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.SubmitService;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;

/**
 * Where the jobs of a manifest would fit in a cluster, and what is wrong with it. In the realm.
 *
 * @param target where all of it is to go; empty: nowhere in particular
 */
record ManifestFit(Cluster cluster, SubmitService submit, PlacementService placement, Optional<Target> target) {

    /** A row for each flaw, then one for each object, in the order of the text. */
    List<ManifestLine> rows(Manifest manifest) {
        List<ManifestLine> rows = new ArrayList<>();
        manifest.flaws().forEach(flaw -> rows.add(row(flaw)));
        manifest.items().forEach(item -> rows.add(row(item)));
        return rows;
    }

    private static ManifestLine row(Manifest.Flaw flaw) {
        int line = flaw.at().line();
        return new ManifestLine(
                line,
                "",
                "",
                0,
                0,
                Texts.of("ManifestFit.line", line, flaw.problem(), flaw.advice()),
                Optional.of(Fit.DOES_NOT_FIT),
                Optional.empty());
    }

    private ManifestLine row(Item item) {
        Optional<Subject> subject = submit.supposed(cluster, item);
        String none = item.work().isPresent()
                ? Texts.of("ManifestFit.createsItsPodsLater")
                : Texts.of("ManifestFit.isCreatedWithIt");
        return now(new ManifestLine(
                item.at().line(),
                item.ref().name(),
                item.ref().kind(),
                item.work().map(Manifest.Work::tasks).orElse(0),
                subject.map(ManifestFit::gpus).orElse(0),
                none,
                Optional.empty(),
                subject));
    }

    /** A row as it is now. */
    ManifestLine now(ManifestLine line) {
        return line.subject()
                .map(job -> {
                    Optional<Verdict> here = here(job);
                    String words = submit.fit(job);
                    return new ManifestLine(
                            line.line(),
                            line.name(),
                            line.kind(),
                            line.tasks(),
                            line.gpus(),
                            here.map(at -> Texts.of("ManifestFit.inAll", words(at), words))
                                    .orElse(words),
                            Optional.of(here.map(ManifestFit::fit).orElseGet(() -> best(job))),
                            line.subject());
                })
                .orElse(line);
    }

    private static int gpus(Subject subject) {
        return Holdings.asked(subject.job().getTasks());
    }

    private Optional<Verdict> here(Subject subject) {
        return target.filter(there -> gone().isEmpty()).map(there -> placement.verdict(subject, there));
    }

    /** What is pinned to a cordoned node waits there for ever: nothing is placed there. */
    private static boolean waits(Verdict here) {
        return here.fit() == Fit.FITS_IF && here.why().stream().anyMatch(reason -> reason.kind() == Reason.Kind.CORDON);
    }

    private static Fit fit(Verdict here) {
        return waits(here) ? Fit.DOES_NOT_FIT : here.fit();
    }

    private String words(Verdict here) {
        if (waits(here)) {
            return Texts.of("ManifestFit.wouldWaitOn", place(), String.join("; ", here.reasons()));
        }
        return switch (here.fit()) {
            case FITS -> Texts.of("ManifestFit.fitsOn", place());
            case FITS_IF -> Texts.of("ManifestFit.fitsOnIf", place(), String.join("; ", here.reasons()));
            case EVICTS -> Texts.of("ManifestFit.fitsOnOnlyBy", place(), String.join("; ", here.reasons()));
            case REFUSED -> Texts.of("ManifestFit.wouldBeRefusedOn", place(), String.join("; ", here.reasons()));
            case DOES_NOT_FIT -> Texts.of("ManifestFit.doesNotFitOn", place(), String.join("; ", here.reasons()));
        };
    }

    private String place() {
        return target.map(FleetLabels::of).map(FleetLabels::name).orElse("");
    }

    private Fit best(Subject subject) {
        return placement.verdicts(subject).values().stream()
                .map(Verdict::fit)
                .min(Fit::compareTo)
                .orElse(Fit.DOES_NOT_FIT);
    }

    /**
     * Why not all jobs of a manifest together fit on the target; empty: they do, or there is none.
     *
     * @param all the jobs as one
     */
    Optional<String> unfit(Subject all, boolean several) {
        return gone().or(() -> here(all)
                .filter(verdict -> !fit(verdict).takes())
                .map(verdict -> several && !waits(verdict)
                        ? Texts.of("ManifestFit.doNotFitTogetherOn", place(), String.join("; ", verdict.reasons()))
                        : words(verdict)));
    }

    private Optional<String> gone() {
        return target.flatMap(there -> FleetLabels.gone(List.of(FleetLabels.of(there))));
    }
}
