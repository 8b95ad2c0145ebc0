// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.file.PlainFiles;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;
import podium.model.snapshot.FleetSnapshots;
import podium.telemetry.TelemetryStore;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.SaveFile;

/** Saving the fleet as it is now to a file, and looking at such a file later. UI thread; files are read and written elsewhere. */
@Creatable
public final class SnapshotFiles {
    private final FleetService fleet;
    private final BackgroundWork background;
    private final SnapshotReadings readings;

    @Inject
    public SnapshotFiles(FleetService fleet, BackgroundWork background, TelemetryStore telemetry) {
        this.fleet = fleet;
        this.background = background;
        this.readings = new SnapshotReadings(telemetry);
    }

    /** A name for a file of this moment: which clusters, and when. */
    public String name() {
        List<String> clusters = fleet.fleet().getClusters().stream()
                .map(cluster -> ClusterId.of(cluster).name())
                .toList();
        return SaveFile.name(clusters.isEmpty() ? "fleet" : "", clusters, ".fleet");
    }

    /** Writes the fleet of this moment. */
    public void save(Path file, Consumer<Path> saved, Consumer<Throwable> failed) {
        Fleet copy = FleetSnapshots.copy(fleet.fleet());
        readings.keep(fleet.fleet(), copy);
        background.run(
                () -> {
                    FleetSnapshots.save(copy, file);
                    return file;
                },
                saved,
                failed);
    }

    /** Adds the clusters of a snapshot to the fleet, closed, under names that say what they are; anew where it is open. */
    public void open(Path file, Consumer<List<Cluster>> opened, Consumer<Throwable> failed) {
        background.run(() -> load(file), loaded -> opened.accept(add(loaded, file)), failed);
    }

    /** What is shown is a snapshot; of a cluster that was not connected also how it stood then: it may hold nothing. */
    private static String was(Cluster saved) {
        String snapshot = Texts.of("SnapshotFiles.thisIsASnapshot");
        if (saved.getConnection() == ConnectionState.LIVE || saved.getConnection() == ConnectionState.CLOSED) {
            return snapshot;
        }
        return Texts.of(
                "SnapshotFiles.wasNotConnected",
                snapshot,
                StateLabels.of(saved.getConnection()).word(),
                SafeText.line(saved.getConnectionMessage()));
    }

    /** The clusters of which a snapshot holds nothing, since nothing is known of them: they never were connected. */
    public List<String> empty() {
        return fleet.fleet().getClusters().stream()
                .filter(StateLabels::isUnheard)
                .map(FleetLabels::name)
                .toList();
    }

    /** The snapshot in a folder that was saved last; empty: there is none, or the folder cannot be read. */
    public static Optional<Path> newest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".fleet") && Files.isRegularFile(file))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Fleet load(Path file) throws IOException {
        PlainFiles.check(file);
        return FleetSnapshots.load(file);
    }

    /** When it was as it is shown, and never when it was opened; of what was never heard how long it had stood so. */
    private static Instant moment(Cluster saved) {
        return Stream.of(saved.getLastContact(), saved.getConnectionSince())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private List<Cluster> add(Fleet loaded, Path file) {
        List<Cluster> added = new ArrayList<>();
        for (Cluster cluster : List.copyOf(loaded.getClusters())) {
            ClusterId id = Snapshots.id(ClusterId.of(cluster), file);
            fleet.remove(id);
            Cluster shown = fleet.add(id, cluster.getContext(), cluster.isSimulated());
            shown.setLastContact(cluster.getLastContact());
            shown.getDomains().addAll(List.copyOf(cluster.getDomains()));
            shown.getNodes().addAll(List.copyOf(cluster.getNodes()));
            shown.getQueues().addAll(List.copyOf(cluster.getQueues()));
            shown.getJobs().addAll(List.copyOf(cluster.getJobs()));
            shown.getBudgets().addAll(List.copyOf(cluster.getBudgets()));
            shown.getLinks().addAll(List.copyOf(cluster.getLinks()));
            readings.bringBack(shown);
            fleet.sink()
                    .accept(
                            id,
                            List.of(new Change.ConnectionChanged(
                                    ConnectionState.CLOSED, was(cluster), "", "", "", moment(cluster))));
            added.add(shown);
        }
        return added;
    }
}
