using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>
/// A group consultation or webinar of the year after a course, held for several graduates at once, often because many have the same
/// difficulty (2022 report, section 7.2). The contacts of those who took part took place by it.
/// </summary>
public sealed class SupportEvent : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest address, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Kinds of contact that are held for several at once.</summary>
    public static readonly IReadOnlyList<ContactKind> Kinds = [ContactKind.GroupConsultation, ContactKind.Webinar];

    private readonly List<SupportEventParticipant> participants = [];

    /// <summary>Who held it.</summary>
    public required Guid TrainerId { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>What it was about.</summary>
    public required string Title { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Code of the weak side of lessons that it answers (<see cref="LessonSign.All"/>); null where it answers none.</summary>
    public string? Sign { get; init; }

    /// <summary>Address of materials or of the meeting; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Address of the recording; null where there is none, or not yet.</summary>
    public string? Recording { get; private set; }

    /// <summary>Who took part.</summary>
    public IReadOnlyCollection<SupportEventParticipant> Participants => participants;

    /// <summary>Somebody took part: the contact took place by it.</summary>
    public Error? Attended(SupportContact contact, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var error = contact.Complete(Title, HeldOn, at);
        if (error is null)
        {
            participants.Add(new SupportEventParticipant { EventId = Id, ContactId = contact.Id, PersonId = contact.PersonId });
        }

        return error;
    }

    /// <summary>Says where the recording is.</summary>
    public void Record(string? recording) => Recording = recording;
}

/// <summary>Who took part in a <see cref="SupportEvent"/>.</summary>
public sealed class SupportEventParticipant : Entity
{
    /// <summary>Event.</summary>
    public Guid EventId { get; init; }

    /// <summary>The contact that took place by it.</summary>
    public Guid ContactId { get; init; }

    /// <summary>Participant.</summary>
    public Guid PersonId { get; init; }
}
