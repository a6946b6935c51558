using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Web.Pages.Trainers;

/// <summary>The colour of a state's chip; the word beside it says the same.</summary>
public static class TrainerChips
{
    public static string Of(AuthorisationStatus status) => status switch
    {
        AuthorisationStatus.Trained => "info",
        AuthorisationStatus.Certified => "ok",
        AuthorisationStatus.Due => "warn",
        AuthorisationStatus.NotRecommended or AuthorisationStatus.Suspended => "bad",
    };

    public static string Of(RecertificationStatus status) => status switch
    {
        RecertificationStatus.AwaitingReport => "warn",
        RecertificationStatus.HandedIn or RecertificationStatus.Assessed => "info",
        RecertificationStatus.Certified => "ok",
        RecertificationStatus.NotRecommended => "bad",
    };

    public static string Of(LapseStatus status) => status switch
    {
        LapseStatus.Warned => "warn",
        LapseStatus.TakenOff => "bad",
        LapseStatus.Resolved => "ok",
    };
}
