// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.model.fleet.JobState;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.plan.Plan;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakeOperations;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.UiFixture;
import podium.ui.fake.Unsafe;
import podium.ui.prompt.ApprovalExchange;
import podium.ui.toolkit.Formats;

/** A plan that needs a second person goes on only with an approval that counts; what comes of each file is said. */
class ApprovalDialogTest {
    private static final String WHY = "A second person must approve this (rule lab all).";
    private static final String EVIL = "R&D \u202eevil\u202c \u200bzero\u0007\u001b[31m &";
    private static final Instant UNTIL = Instant.parse("2026-03-01T20:00:00Z");
    private static final String REQUEST = """
        {"format": "podium-approval/1",
         "request": {"nonce": "%s", "digest": "d", "shown": "s", "cluster": "lab", "clusterUid": "u",
                     "server": "https://lab", "requester": "ann@desk", "user": "ann", "requesterKey": "",
                     "at": "2026-03-01T12:00:00Z"},
         "plan": {}}
        """;

    @TempDir
    Path directory = Path.of("");

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;
    private final FakeOperations operations = stage.operations;
    private final Plan plan =
            FakePlacement.example(stage.made.job(stage.made.cluster("lab", 8), "train", "Job", JobState.WAITING, 1, 8));
    private final List<Approval> approved = new ArrayList<>();

    @BeforeEach
    void onlyTheApprovalOfTheRequestCounts() throws IOException {
        operations.request = Optional.of(request("this"));
        operations.refusal = approval ->
                approval.request().nonce().equals("this") ? Optional.empty() : Optional.of("It approves another plan.");
    }

    @AfterEach
    void close() {
        seen.close();
    }

    private ApprovalFile request(String nonce) throws IOException {
        return ApprovalFile.read(Files.writeString(directory.resolve("asked.json"), REQUEST.formatted(nonce)));
    }

    private Path approval(String nonce, String by) throws IOException {
        ApprovalFile asked = request(nonce);
        ApprovalKey key = ApprovalKey.make(directory.resolve(nonce + "-key.json"));
        Path file = directory.resolve(nonce + "-approved.json");
        asked.with(key.approve(asked.request(), by, UNTIL)).write(file);
        return file;
    }

    private void in(String why, Runnable then) {
        seen.in(() -> seen.dialogs().approve(plan, why, new ApprovalExchange(operations, plan), approved::add), then);
    }

    private ApprovalDialog up() {
        return (ApprovalDialog) seen.dialog().getData();
    }

    private void open(Path file, String words) {
        up().open(file);
        seen.until("it says " + words, () -> seen.words().contains(words));
    }

    private boolean goesOn() {
        return seen.button("Place").isEnabled();
    }

    @Test
    void theRequestIsSavedAndNothingGoesOnByThat() {
        Path file = directory.resolve("request.json");
        in(WHY, () -> {
            assertTrue(seen.words().contains(WHY), seen::words);
            assertTrue(seen.words().contains("What cannot be undone"), seen::words);
            assertEquals(seen.button("Cancel"), seen.dialog().getDefaultButton());
            up().save(file);
            seen.until("it is saved", () -> seen.words().contains("request.json was written"));
            assertFalse(goesOn());
        });
        assertEquals("this", read(file).request().nonce());
        assertEquals(List.of(), approved);
    }

    private static ApprovalFile read(Path file) {
        try {
            return ApprovalFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thatARequestCannotBeMadeIsSaid() {
        operations.request = Optional.empty();
        Path file = directory.resolve("request.json");
        in(WHY, () -> {
            up().save(file);
            seen.until("it is said", () -> seen.words().contains("could not be saved: the cluster is not open"));
        });
        assertFalse(Files.exists(file));
    }

    @Test
    void anApprovalThatCountsGoesOn() throws IOException {
        Path file = approval("this", "ben");
        in(WHY, () -> {
            assertFalse(goesOn());
            open(file, "Approved by ben until " + Formats.time(Instant.parse("2026-03-01T20:00:00Z")) + ".");
            assertTrue(goesOn());
            seen.press("Place");
        });
        assertEquals(List.of("ben"), approved.stream().map(Approval::by).toList());
    }

    @Test
    void anApprovalThatIsClosedIsNotUsed() throws IOException {
        Path file = approval("this", "ben");
        in(WHY, () -> {
            open(file, "Approved by ben");
            seen.press("Cancel");
        });
        assertEquals(List.of(), approved);
    }

    @Test
    void whateverElseIsOpenedIsRefusedInWordsAlsoAfterOneThatCounts() throws IOException {
        Path good = approval("this", "ben");
        Path other = approval("other", "ben");
        Path unsigned = directory.resolve("unsigned.json");
        request("this").write(unsigned);
        Path noise = Files.writeString(directory.resolve("noise.json"), "no JSON");
        Path missing = directory.resolve("missing.json");
        in(WHY, () -> {
            open(other, "It approves another plan.");
            assertFalse(goesOn());
            open(good, "Approved by ben");
            open(other, "It approves another plan.");
            assertFalse(goesOn(), "another plan's");
            open(good, "Approved by ben");
            open(unsigned, "Nobody has approved it yet.");
            assertFalse(goesOn(), "unsigned");
            for (Path file : List.of(noise, missing)) {
                open(good, "Approved by ben");
                open(file, file.getFileName() + " is not a request for approval");
                assertFalse(goesOn(), file::toString);
            }
        });
        assertEquals(List.of(), approved);
    }

    @Test
    void noTextOfAFileOrARuleHidesAnything() throws IOException {
        Path good = approval("this", EVIL);
        Path other = approval("other", EVIL);
        operations.refusal = approval -> approval.request().nonce().equals("this")
                ? Optional.empty()
                : Optional.of("It was asked for by " + EVIL + "\n" + EVIL);
        in(EVIL, () -> {
            Unsafe.none(seen.dialog());
            open(good, "Approved by R&&D evil zero");
            Unsafe.none(seen.dialog());
            open(other, "It was asked for by R&&D evil zero");
            Unsafe.none(seen.dialog());
        });
    }
}
