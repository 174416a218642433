package org.totalplace.journey.identity;

import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;

/**
 * What an agency sent of a subject in keyed bits.
 *
 * @param schema by which it is encoded
 * @param clear whether it sent clear fields too: the bridge to agencies that send nothing else
 */
public record EncodedRecord(String subject, String agency, EncodingSchema schema, Encoding encoding, boolean clear) {}
