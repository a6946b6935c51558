namespace TeacherCpd.Application.Common;

/// <summary>
/// Records that follow from others and are kept to be found quickly. They are brought up to date right before a command
/// is saved, in its transaction: whoever changes the others cannot forget them.
/// </summary>
public interface IDerivedRecords
{
    /// <summary>Follows what changed and is not saved yet. Without such changes it asks nothing of the database.</summary>
    Task FollowAsync(CancellationToken cancellationToken);
}
