// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EFactory;
import org.eclipse.emf.ecore.xmi.XMLHelper;
import org.eclipse.emf.ecore.xmi.impl.XMIHelperImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** An XMI resource whose attribute values may hold any character. */
@NonNullByDefault({})
final class SnapshotResource extends XMIResourceImpl {
    SnapshotResource(URI uri) {
        super(uri);
    }

    @Override
    protected XMLHelper createXMLHelper() {
        return new XMIHelperImpl(this) {
            @Override
            public String convertToString(EFactory factory, EDataType type, Object data) {
                String text = super.convertToString(factory, type, data);
                return text == null ? null : SnapshotText.encode(text);
            }

            @Override
            protected Object createFromString(EFactory factory, EDataType type, String text) {
                return super.createFromString(factory, type, text == null ? null : SnapshotText.decode(text));
            }
        };
    }
}
