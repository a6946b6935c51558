namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// The token in a mail with which its reader does without more of the kind, signed in or not. It says who the reader is to this system alone and
/// does nothing else, so that it harms little when a mail is passed on.
/// </summary>
public interface IMailLeave
{
    /// <summary>The token of a person.</summary>
    string TokenOf(Guid personId);

    /// <summary>Whose token it is; null where it is none of this system.</summary>
    Guid? PersonOf(string token);
}
