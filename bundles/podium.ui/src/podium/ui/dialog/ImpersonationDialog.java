// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import podium.core.cluster.ImpersonatedUser;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** Asks as whom the requests to a cluster are made. */
@NonNullByDefault({}) // the library's types say nothing of null
public final class ImpersonationDialog extends ConsoleDialog {
    private final Optional<ImpersonatedUser> now;
    private Text user;
    private Text groups;
    private Optional<ImpersonatedUser> chosen = Optional.empty();

    public ImpersonationDialog(Shell parent, UiServices services, String cluster, Optional<ImpersonatedUser> now) {
        super(
                parent,
                services,
                Texts.of("ImpersonationDialog.actAsIn", cluster),
                Texts.of("ImpersonationDialog.actAs"),
                new Point(520, 320));
        this.now = now;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("ImpersonationDialog.requestsToThisCluster"), Name.TEXT);
        user = field(
                parent,
                Texts.of("ImpersonationDialog.userEmptyYourself"),
                Texts.of("ImpersonationDialog.user"),
                now.map(ImpersonatedUser::user).orElse(""));
        groups = field(
                parent,
                Texts.of("ImpersonationDialog.groupsSeparatedByCommas"),
                Texts.of("ImpersonationDialog.groups"),
                now.map(other -> String.join(", ", other.groups())).orElse(""));
    }

    private Text field(Composite parent, String words, String message, String content) {
        heading(parent, words);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        services().theme().own(text);
        text.setMessage(message);
        text.setText(content);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleName.name(text, words);
        return text;
    }

    /** Opens it; who was chosen, an inner empty one for oneself. Empty: it was cancelled. */
    public Optional<Optional<ImpersonatedUser>> ask() {
        return open() == OK ? Optional.of(chosen) : Optional.empty();
    }

    @Override
    protected void okPressed() {
        chosen = read(user.getText(), groups.getText());
        super.okPressed();
    }

    static Optional<ImpersonatedUser> read(String user, String groups) {
        List<String> all = Stream.of(groups.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
        return user.isBlank() ? Optional.empty() : Optional.of(new ImpersonatedUser(user.strip(), all));
    }
}
