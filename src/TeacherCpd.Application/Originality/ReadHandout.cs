using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>The first half of registering a handout: takes the text out of its file, outside of any transaction.</summary>
/// <param name="Content">The upload; seekable, left open.</param>
/// <param name="FileName">Name as the browser sent it; empty when no file was chosen.</param>
[RequirePermission(Permission.ManageOriginality)]
public sealed record ReadHandoutQuery(Stream Content, string FileName) : IQuery<string>;

internal sealed class ReadHandoutValidator : AbstractValidator<ReadHandoutQuery>
{
    public ReadHandoutValidator() =>
        RuleFor(q => q.FileName).NotEmpty().OverridePropertyName(UploadReader.FileField).WithErrorCode("file_missing");
}

internal sealed class ReadHandoutHandler(CurrentUser user, UploadReader uploads) : IRequestHandler<ReadHandoutQuery, Result<string>>
{
    public async Task<Result<string>> Handle(ReadHandoutQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageOriginality))
        {
            return new Forbidden();
        }

        var extracted = await uploads.ReadAsync(request.Content, UploadReader.NameOf(request.FileName), cancellationToken);
        return extracted.Error is { } error ? error : UploadReader.VisibleText(extracted.Value);
    }
}
