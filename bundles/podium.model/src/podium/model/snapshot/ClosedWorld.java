// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ExtensibleURIConverterImpl;
import org.eclipse.jdt.annotation.NonNullByDefault;
import podium.model.texts.Texts;

/** Opens nothing: a snapshot cannot make its reader open files or addresses it names. */
@NonNullByDefault({})
final class ClosedWorld extends ExtensibleURIConverterImpl {
    @Override
    public InputStream createInputStream(URI uri, Map<?, ?> options) throws IOException {
        throw new IOException(Texts.of("ClosedWorld.aSnapshotRefersTo", uri));
    }
}
