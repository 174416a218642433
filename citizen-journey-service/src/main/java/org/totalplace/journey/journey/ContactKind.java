package org.totalplace.journey.journey;

/** What an agency calls a contact: service code and type of contact, in its own words. */
record ContactKind(String agency, String service, String type) {}
