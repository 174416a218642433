package org.totalplace.contracts;

import java.util.List;
import org.totalplace.contracts.event.ContactEvent;
import org.totalplace.contracts.event.IdentityLink;
import org.totalplace.contracts.event.ObservationEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.contracts.event.PersonView;
import org.totalplace.contracts.event.ServiceTotal;

/** Every topic of the platform. */
public final class Topics {

    /** What each service line cost, from spend-service; the key is the text {@code agency|service|year|phase}. */
    public static final Topic<ServiceTotal> SERVICE_TOTALS =
            new Topic<>("spend.service-totals", ServiceTotal.class, true);

    /** One event a contact, within citizen-journey-service; the key is the first subject's 16 bytes. */
    public static final Topic<ContactEvent> CONTACTS = new Topic<>("journey.contacts", ContactEvent.class, false);

    /** Which person a subject is, from citizen-journey-service; the key is the subject's 16 bytes. */
    public static final Topic<IdentityLink> IDENTITY_LINKS =
            new Topic<>("journey.identity-links", IdentityLink.class, true);

    /** A person's stages, contacts, cost and area, from citizen-journey-service; the key is the person's 16 bytes. */
    public static final Topic<PersonJourneys> PERSON_JOURNEYS =
            new Topic<>("journey.person-journeys", PersonJourneys.class, true, "earlier/PersonJourneys-1.avsc");

    /** One event an observation, within outcomes-service; the key is the subject's 16 bytes. */
    public static final Topic<ObservationEvent> OBSERVATIONS =
            new Topic<>("outcomes.observations", ObservationEvent.class, false);

    /** The combined view of a person, from outcomes-service to anyone; the key is the person's 16 bytes. */
    public static final Topic<PersonView> PERSON_VIEWS =
            new Topic<>("outcomes.person-views", PersonView.class, true, "earlier/PersonView-1.avsc");

    /** All of them, in the order of the data's way. */
    public static final List<Topic<?>> ALL =
            List.of(SERVICE_TOTALS, CONTACTS, IDENTITY_LINKS, PERSON_JOURNEYS, OBSERVATIONS, PERSON_VIEWS);

    /** What the names of topics begin with on which agencies with direct access send CloudEvents; the feed follows. */
    public static final String DIRECT_EVENTS = "outcomes.events.";

    private Topics() {}
}
