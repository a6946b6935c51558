using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Web.Pages.Recertification;

public sealed class CertifyModel() : CouncilPage(RecertificationStatus.Certified);
