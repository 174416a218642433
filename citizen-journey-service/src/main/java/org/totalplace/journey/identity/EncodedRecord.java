package org.totalplace.journey.identity;

import org.totalplace.linkage.encoding.Encoding;

/**
 * What an agency sent of a subject in keyed bits.
 *
 * @param clear whether it sent clear fields too: the bridge to agencies that send nothing else
 */
public record EncodedRecord(String subject, String agency, Encoding encoding, boolean clear) {}
