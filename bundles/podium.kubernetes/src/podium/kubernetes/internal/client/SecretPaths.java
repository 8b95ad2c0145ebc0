// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.regex.Pattern;

/** Which requests would bring the content of a Secret. */
final class SecretPaths {
    private static final Pattern SECRETS = Pattern.compile("/api/v1/(watch/)?(namespaces/[^/?]+/)?secrets([/?].*)?");

    private SecretPaths() {}

    /**
     * A table or the metadata of a Secret have no content, unless the whole object is asked for with each row
     * (includeObject=Object). What a server does not know it answers in another form that the request allows, so nothing else
     * may be allowed.
     */
    static boolean asksForContent(String path, String accept) {
        boolean other = false;
        for (String type : accept.split(",")) {
            other |= !type.contains("as=Table") && !type.contains("as=PartialObjectMetadata");
        }
        return SECRETS.matcher(path).matches() && (other || path.contains("includeObject=Object"));
    }
}
