// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** The content of a Secret, each value hidden until its row is opened. Nothing of it is kept. */
public final class SecretDialog extends ConsoleDialog {
    private static final String HIDDEN = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";
    private static final int EDIT = IDialogConstants.CLIENT_ID + 1;
    private final Map<String, byte[]> content;
    private final String editing;
    private final Set<String> shown = new HashSet<>();

    /** @param editing the command that edits it */
    public SecretDialog(Shell parent, UiServices services, String title, Map<String, byte[]> content, String editing) {
        super(parent, services, title, "", new Point(620, 360));
        this.content = content;
        this.editing = editing;
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, EDIT, Texts.of("SecretDialog.copyKubectlEdit"), false)
                .setToolTipText(Texts.of("SecretDialog.podiumDoesNotWrite"));
        super.createButtonsForButtonBar(parent);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == EDIT) {
            ClipboardText.copy(getShell().getDisplay(), editing);
        } else {
            super.buttonPressed(id);
        }
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("SecretDialog.enterOrADouble"), Name.MUTED);
        List<Column<String, ?>> columns = List.of(
                Column.text("key", Texts.of("SecretDialog.key"), 180, Form.NAME, key -> key),
                Column.count("bytes", Texts.of("SecretDialog.bytes"), 64, key -> bytes(key).length),
                Column.text("value", Texts.of("SecretDialog.value"), 300, Form.SENTENCE, this::value));
        RowTable<String> table = RowTable.table(parent, services().theme(), columns, Texts.of("SecretDialog.content"));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * 8;
        table.control().setLayoutData(data);
        table.onOpen(key -> {
            if (!shown.remove(key)) {
                shown.add(key);
            }
            table.show(rows());
        });
        table.show(rows());
        table.enter();
    }

    private Rows<String> rows() {
        return Rows.of(List.copyOf(content.keySet()), key -> key);
    }

    private byte[] bytes(String key) {
        return content.getOrDefault(key, new byte[0]);
    }

    private String value(String key) {
        if (!shown.contains(key)) {
            return HIDDEN;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(key)))
                    .toString();
        } catch (CharacterCodingException e) {
            return Texts.of("SecretDialog.binary");
        }
    }
}
