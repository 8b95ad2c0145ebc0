// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.operation.AuditFormat;
import podium.operation.AuditLog;
import podium.operation.internal.journal.JournalLocation;

/** The audit of the journal in a directory. */
@Component(service = AuditLog.class)
public final class JournalAudit implements AuditLog {
    private final Path directory;

    /** The audit of the workspace of this process. */
    @Activate
    public JournalAudit() {
        this(JournalLocation.find().directory());
    }

    private JournalAudit(Path directory) {
        this.directory = directory;
    }

    /** The audit of a journal in a directory. */
    public static JournalAudit in(Path directory) {
        return new JournalAudit(directory);
    }

    @Override
    public List<String> export(Path file) throws IOException {
        return Audit.export(directory, file, AuditFormat.of(file.getFileName().toString()));
    }
}
