// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A file that a user can put a pipe or a device in place of is read by {@code PlainFiles} only: opening a pipe waits for ever, in the
 * thread of the window too. Who reads a file otherwise stands here, and has looked at it before.
 */
class PlainFilesTest {
    private static final Pattern READS = Pattern.compile(
            "\\bFiles\\s*\\.(?:readString|readAllBytes|readAllLines|lines|newBufferedReader|newInputStream|newByteChannel)\\(|\\bFileChannel\\.open\\(|\\bnew"
                    + " (?:RandomAccessFile|FileInputStream|FileReader)\\(");

    private static final Set<String> LOOKED_BEFORE = Set.of(
            // what all others call
            "podium.core.file.PlainFiles",
            "podium.core.file.PrivateFiles",
            "podium.kubernetes.internal.config.RegularFile",
            // after PlainFiles, PrivateFiles, RegularFile or they themselves looked at it
            "podium.app.internal.HomeInUse",
            "podium.app.internal.SimulatorFolder",
            "podium.kubernetes.internal.credential.PluginProgram",
            "podium.model.snapshot.FleetSnapshots",
            "podium.operation.approval.ApprovalFile",
            "podium.operation.internal.copy.TarPacker",
            "podium.operation.internal.journal.FileJournalChannel",
            "podium.operation.internal.journal.JournalScan",
            "podium.operation.internal.journal.JournalSeal",
            "podium.telemetry.internal.SegmentFile",
            "podium.ui.manifest.ManifestFiles",
            // of the kernel, of the product itself, or named by whoever starts the process without a window
            "podium.agent.internal.BearerToken",
            "podium.gpu.internal.sysfs.SysFolder",
            "podium.launcher.internal.Start",
            "podium.simulator.internal.scenario.TraceRow",
            "podium.simulator.internal.scenario.YamlFiles",
            "podium.sources.HostName");

    @Test
    void nothingReadsAFileThatMayBeAPipe() {
        Set<String> reading = new TreeSet<>();
        for (Sources bundle : Sources.all()) {
            for (Sources.Source file : bundle.files()) {
                if (READS.matcher(file.code()).find()) {
                    reading.add(file.toString());
                }
            }
        }
        assertEquals(new TreeSet<>(LOOKED_BEFORE), reading);
    }
}
