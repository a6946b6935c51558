using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>A file with an edition becomes a draft, from the command line.</summary>
/// <param name="DraftId">Id of the draft.</param>
/// <param name="File">The JSON in UTF-8, as the schema describes it.</param>
[SystemOnly]
public sealed record AddEditionCommand(Guid DraftId, Stream File) : ICommand<Guid>;

internal sealed class AddEditionHandler(IAppDbContext db) : IRequestHandler<AddEditionCommand, Result<Guid>>
{
    public Task<Result<Guid>> Handle(AddEditionCommand request, CancellationToken cancellationToken) =>
        EditionFiles.DraftAsync(db, request.DraftId, request.File, cancellationToken);
}
