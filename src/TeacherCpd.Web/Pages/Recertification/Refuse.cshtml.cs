using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class RefuseModel() : CouncilPage(RecertificationStatus.NotRecommended);
