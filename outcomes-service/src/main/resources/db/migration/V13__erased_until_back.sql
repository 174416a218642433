-- What is delivered of an erased subject is not taken either, until citizen-journey-service knows the subject again.
comment on column erased_subject.up_to is
    'observations up to this version are not taken; the largest number there is until the subject comes back';
update erased_subject set up_to = 9223372036854775807 where not exists (
    select from subject_person s where s.subject = erased_subject.subject);
