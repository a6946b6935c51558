namespace TeacherCpd.Domain.Common;

/// <summary>A record with an id made in code (UUID version 7, so that ids sort by time).</summary>
public abstract class Entity
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>
/// A record that is changed as a whole. <see cref="Revision"/> grows with every change and is checked when it is
/// saved, so that two people's changes never overwrite each other unseen.
/// </summary>
public abstract class Aggregate : Entity
{
    /// <summary>Number of saved changes; a concurrency token kept by the application in every database alike.</summary>
    public int Revision { get; private set; }
}

/// <summary>Derived data that can be made again from audited records (texts, fingerprints, passages): not audited.</summary>
public interface INotAudited;
