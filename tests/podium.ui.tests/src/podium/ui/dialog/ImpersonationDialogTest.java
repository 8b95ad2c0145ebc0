// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.access.BoundSubject;
import podium.operation.access.BoundSubject.Kind;
import podium.operation.access.RoleBindings;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.Controls;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Screen;
import podium.ui.prompt.ImpersonationPrompt;

class ImpersonationDialogTest {
    private static final RoleBindings BINDINGS = new RoleBindings(
            List.of(
                    new BoundSubject(Kind.USER, "ana", List.of("edit in team-a", "view")),
                    new BoundSubject(Kind.GROUP, "oncall", List.of("view"))),
            true,
            true);

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<Optional<Optional<ImpersonatedUser>>> asked = new ArrayList<>();
    private boolean agreed = true;

    @AfterEach
    void close() {
        seen.close();
    }

    private void in(List<ImpersonatedUser> last, Callable<RoleBindings> bindings, Runnable then) {
        in(Optional.empty(), last, bindings, then);
    }

    private void in(
            Optional<ImpersonatedUser> now,
            List<ImpersonatedUser> last,
            Callable<RoleBindings> bindings,
            Runnable then) {
        ImpersonationDialog dialog = new ImpersonationDialog(
                seen.owner(), seen.stage.services, new ImpersonationPrompt("lab", now, last, bindings, _ -> agreed));
        seen.in(() -> asked.add(dialog.ask()), then);
    }

    private NatTable table() {
        return Controls.all(seen.dialog(), NatTable.class).getFirst();
    }

    private void shows(String... rows) {
        seen.until("they are offered", () -> IntStream.range(1, table().getRowCount())
                .mapToObj(row -> table().getDataValueByPosition(0, row) + ", " + table().getDataValueByPosition(1, row)
                        + ", " + table().getDataValueByPosition(2, row))
                .toList()
                .equals(List.of(rows)));
    }

    private void click(int row) {
        Rectangle at = table().getBoundsByPosition(0, row);
        Screen.click(table(), at.x + 20, at.y + 5, SWT.NONE);
    }

    /** "boana" was asked for: the caret stood before who it was the last time. */
    @Test
    void whatIsTypedTakesThePlaceOfWhoItWasUntilThenAndNotOfWhatWasTyped() {
        in(Optional.of(new ImpersonatedUser("ana", List.of("oncall"))), List.of(), () -> BINDINGS, () -> {
            List<Text> fields = Controls.all(seen.dialog(), Text.class);
            seen.until(
                    "the user is selected",
                    () -> fields.getFirst().getSelectionText().equals("ana"));
            fields.getLast().setFocus();
            seen.until(
                    "the groups are", () -> fields.getLast().getSelectionText().equals("oncall"));
            fields.getLast().insert("team-a");
            fields.getFirst().setFocus();
            fields.getLast().setFocus();
            seen.until("it has the focus again", fields.getLast()::isFocusControl);
            assertEquals("", fields.getLast().getSelectionText());
        });
    }

    /** In the dialog of simulated fleets a double click opens, and here it only selected. */
    @Test
    void whoOpensARowActsAsWhomItNames() {
        in(List.of(), () -> BINDINGS, () -> {
            shows("ana, user, edit in team-a, view", "oncall, group, view");
            click(1);
            // as a double click does
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            table().notifyListeners(SWT.KeyDown, enter);
        });
        assertEquals(List.of(Optional.of(Optional.of(new ImpersonatedUser("ana", List.of())))), asked);
    }

    @Test
    void twoUsersThatAreNotTheSameAreNotReadAsOne() {
        List<BoundSubject> users =
                List.of("ana", "ana ", "\u0430na", "bob\u202eevil", "c\nd", "\u0430\u043d\u0430").stream()
                        .map(name -> new BoundSubject(Kind.USER, name, List.of("view")))
                        .toList();
        in(List.of(), () -> new RoleBindings(users, true, true), () -> {
            shows(
                    "ana, user, view",
                    "ana\\u0020, user, view",
                    "\\u0430na, user, view",
                    "bob\\u202eevil, user, view",
                    "c\\u000ad, user, view",
                    "\u0430\u043d\u0430, user, view");
            click(2);
            seen.until("it is taken as it is", () -> Controls.all(seen.dialog(), Text.class)
                    .getFirst()
                    .getText()
                    .equals("ana "));
        });
    }

    @Test
    void whomRoleBindingsNameIsOfferedWithItsRolesAndAGroupJoinsWhatIsTyped() {
        in(List.of(), () -> BINDINGS, () -> {
            shows("ana, user, edit in team-a, view", "oncall, group, view");
            click(1);
            seen.until(
                    "it stands in the field", () -> seen.text("user").getText().equals("ana"));
            seen.text("groups").setText("dev");
            click(2);
            seen.until(
                    "it stands in the field",
                    () -> seen.text("groups").getText().equals("dev, oncall"));
            seen.pressOk();
        });
        assertEquals(Optional.of(Optional.of(new ImpersonatedUser("ana", List.of("dev", "oncall")))), asked.getFirst());
    }

    /** The name had to be typed twice: the dialog was gone when what ends with it was not agreed to at once. */
    @Test
    void whatWasTypedStaysUntilWhatEndsIsAgreedTo() {
        in(List.of(), () -> BINDINGS, () -> {
            seen.text("user").setText("ana");
            agreed = false;
            seen.pressOk();
            assertEquals("ana", seen.text("user").getText());
            agreed = true;
            seen.pressOk();
        });
        assertEquals(Optional.of(Optional.of(new ImpersonatedUser("ana", List.of()))), asked.getFirst());
    }

    @Test
    void whoWasActedAsBeforeIsOfferedFirstAndThatBindingsMayNotBeReadIsSaid() {
        in(
                List.of(new ImpersonatedUser("eve", List.of("night"))),
                () -> {
                    throw new IOException("you may not list clusterrolebindings");
                },
                () -> {
                    seen.until("it is said", () -> seen.words()
                            .contains("Whom role bindings name cannot be read: you may not list clusterrolebindings."
                                    + " Type a name."));
                    shows("eve (night), used before, ");
                    click(1);
                    seen.until(
                            "it stands there",
                            () -> seen.text("groups").getText().equals("night"));
                    assertEquals("eve", seen.text("user").getText());
                });
    }

    /** "ana" stood there twice, as "before" and as "user". */
    @Test
    void whoWasActedAsBeforeAndIsNamedByBindingsIsListedOnceWithBoth() {
        List<ImpersonatedUser> last =
                List.of(new ImpersonatedUser("ana", List.of()), new ImpersonatedUser("oncall", List.of()));
        in(last, () -> BINDINGS, () -> {
            shows("ana, user, used before, edit in team-a, view", "oncall, used before, ", "oncall, group, view");
            seen.text("groups").setText("dev");
            click(1);
            seen.until("it is as before", () -> seen.text("groups").getText().isEmpty());
            assertEquals("ana", seen.text("user").getText());
        });
    }

    /** With other groups it is somebody else. */
    @Test
    void whoWasActedAsWithGroupsIsNotTheUserWithoutThem() {
        in(List.of(new ImpersonatedUser("ana", List.of("night"))), () -> BINDINGS, () -> {
            shows("ana (night), used before, ", "ana, user, edit in team-a, view", "oncall, group, view");
        });
    }

    @Test
    void whoActsAsSomebodyFindsTheWayBackFirst() {
        in(Optional.of(new ImpersonatedUser("ana", List.of("dev"))), List.of(), () -> BINDINGS, () -> {
            shows(
                    "As Myself, as the kubeconfig says, ",
                    "ana (dev), now, ",
                    "ana, user, edit in team-a, view",
                    "oncall, group, view");
            assertEquals("Act As", button());
            click(1);
            seen.until("nobody stands there", () -> seen.text("user").getText().isEmpty());
            assertEquals("", seen.text("groups").getText());
            assertEquals("As Myself", button());
            seen.pressOk();
        });
        assertEquals(Optional.of(Optional.empty()), asked.getFirst());
    }

    @Test
    void whoIsActedAsNowIsCalledThatAlsoWhereItWasUsedBefore() {
        ImpersonatedUser ana = new ImpersonatedUser("ana", List.of());
        in(
                Optional.of(ana),
                List.of(new ImpersonatedUser("eve", List.of()), ana),
                () -> BINDINGS,
                () -> shows(
                        "As Myself, as the kubeconfig says, ",
                        "ana, user, now, edit in team-a, view",
                        "eve, used before, ",
                        "oncall, group, view"));
    }

    private String button() {
        return seen.dialog().getDefaultButton().getText();
    }

    @Test
    void whereNoBindingNamesAnybodyItIsSaid() {
        in(
                List.of(),
                () -> new RoleBindings(List.of(), true, true),
                () -> seen.until(
                        "it is said", () -> seen.words().contains("No role binding of this cluster names a user")));
    }

    @Test
    void ofAServerWithoutRbacItIsSaidThatItHasNoBindings() {
        in(
                List.of(),
                () -> new RoleBindings(List.of(), true, false),
                () -> seen.until("it is said", () -> seen.words().contains("This server has no role bindings")));
    }
}
