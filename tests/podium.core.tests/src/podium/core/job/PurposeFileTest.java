// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Purpose;

class PurposeFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsWhatHolds() throws Exception {
        PurposeFile file = PurposeFile.find(Optional.of(folder)).orElseThrow();
        assertEquals("", file.read(), "there is none yet");
        file.write("# ours\nnotebook kind=Job name=lab-*");
        assertEquals("# ours\nnotebook kind=Job name=lab-*\n", file.read());
        assertEquals(List.of("purposes.txt"), names());
        FleetBench bench = new FleetBench();
        bench.show(Seen.workload("Job", "lab-7", 1));
        assertEquals(Purpose.NOTEBOOK, PurposeRules.found(Optional.of(folder)).of(bench.job("lab-7")));
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aFileThatCannotBeReadLeavesPodiumsRules() throws Exception {
        Files.createDirectory(folder.resolve("purposes.txt"));
        FleetBench bench = new FleetBench();
        bench.show(Seen.workload("PyTorchJob", "llm", 1));
        assertEquals(Purpose.TRAINING, PurposeRules.found(Optional.of(folder)).of(bench.job("llm")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        trainig kind=Job | Line 1: it begins with trainig, which is none of training, fine-tuning, inference, batch, notebook.
        training | Line 1: it names no field, such as kind=Job.
        training kind | Line 1: kind is not a field; the fields are kind, name, namespace, gang, ends, serves, gpus, label.KEY, each with = and a pattern.
        batch queue=a | Line 1: queue=a is not a field; the fields are kind, name, namespace, gang, ends, serves, gpus, label.KEY, each with = and a pattern.
        batch label.=a | Line 1: label.=a is not a field; the fields are kind, name, namespace, gang, ends, serves, gpus, label.KEY, each with = and a pattern.
        """)
    void whatIsNoRuleIsSaidWithItsLine(String line, String problem) {
        assertEquals(List.of(problem), PurposeFile.problems(line));
    }

    @Test
    void rulesNotesAndBlankLinesAreNoProblem() {
        assertEquals(List.of(), PurposeFile.problems("# ours\n\n  inference   label.team=search* serves=yes\n"));
        assertEquals(List.of(), PurposeFile.problems(PurposeRules.standard()), "Podium's own are rules");
        assertTrue(PurposeFile.problems("batch ends=yes\nnonsense kind=*")
                .getFirst()
                .startsWith("Line 2: "));
    }
}
